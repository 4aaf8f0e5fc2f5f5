import { Alert, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { type Schemas } from '../../api.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ErrorNote, Nothing, Waiting } from '../../parts/told.tsx';
import { boardQuery } from './board-query.ts';
import { BoardColumn } from './column.tsx';

/** Asked anew while the page is open: cases open, and iCIMS is told, without anybody here. */
const REFRESH_MS = 10_000;

/** Cases by state, and moving them on. */
export function CaseBoardPage() {
  const [typed, setTyped] = useState('');
  const customerId = /^[0-9]{1,12}$/.test(typed) ? typed : '';
  const { data, error } = useQuery({ ...boardQuery(customerId), refetchInterval: REFRESH_MS });
  const [moved, setMoved] = useState('');
  const told = useRef<HTMLDivElement>(null);
  const onMoved = useCallback((sentence: string): void => {
    setMoved(sentence);
    // The card is in another column now, and with it what had the focus.
    told.current?.focus();
  }, []);
  return (
    <Stack>
      <PageHead title="Case board">
        <Link to="/cases">As a list</Link>
      </PageHead>
      <TextInput
        label="Platform (customer id)"
        inputMode="numeric"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        style={{ alignSelf: 'start' }}
      />
      <div ref={told} tabIndex={-1} role="status">
        {moved === '' ? null : (
          <Alert variant="outline" color="teal" p="xs">
            {moved}
          </Alert>
        )}
      </div>
      <ErrorNote error={error} />
      {data === undefined ? error === null && <Waiting /> : <Columns {...{ customerId, onMoved, ...data }} />}
    </Stack>
  );
}

interface ColumnsProps {
  readonly columns: readonly { readonly state: Schemas['CaseState']; readonly count: number }[];
  readonly customerId: string;
  readonly onMoved: (sentence: string) => void;
}

function Columns({ columns, customerId, onMoved }: ColumnsProps) {
  if (columns.every(({ count }) => count === 0))
    return (
      <Nothing title="No case here">
        A case opens by itself for every accepted hire of a platform that uses the built-in case system.
      </Nothing>
    );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 5 }} spacing="sm">
      {columns.map(({ state, count }) => (
        <BoardColumn key={state} {...{ state, count, customerId, onMoved }} />
      ))}
    </SimpleGrid>
  );
}
