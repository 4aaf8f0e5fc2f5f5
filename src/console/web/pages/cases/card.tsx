import { Button, Card, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Schemas } from '../../api.ts';
import { Link } from '../../parts/link.tsx';
import { ErrorNote } from '../../parts/told.tsx';
import { movesFrom, useMoveCase, type Move } from '../../parts/use-move-case.ts';
import { When } from '../../parts/when.tsx';
import { WriteBackBadge } from '../../parts/write-back-badge.tsx';
import { useMay } from '../../session.ts';

interface CardProps {
  readonly theCase: Schemas['CaseSummary'];
  readonly onMoved: (sentence: string) => void;
}

/** A case on the board. Who it is about is on its page: looking there is audited. */
export function CaseCard({ theCase, onMoved }: CardProps) {
  const { number, visaCategory, customerId, openedAt, writeBack, state } = theCase;
  const mayMove = useMay('cases.write', customerId) && movesFrom[state].length > 0;
  return (
    <Card withBorder padding="xs">
      <Stack gap={4}>
        <Group justify="space-between" gap="xs">
          <Link to="/cases/$id" params={{ id: number }} size="sm">
            {number}
          </Link>
          <Text size="sm">{visaCategory}</Text>
        </Group>
        <Text size="xs">Platform {customerId}</Text>
        <When at={openedAt} size="xs" />
        <div>
          <WriteBackBadge writeBack={writeBack} />
        </div>
        {mayMove ? <MoveForm theCase={theCase} onMoved={onMoved} /> : null}
      </Stack>
    </Card>
  );
}

/** In two steps: what is completed or failed stays so, and iCIMS is told. */
function MoveForm({ theCase: { hireId, number, state }, onMoved }: CardProps) {
  const [to, setTo] = useState<Move | ''>('');
  const move = useMoveCase((where) => onMoved(`${number} is ${where} now; iCIMS is told.`));
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={`Move ${number} to`}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value as Move | '')}
        data={[{ value: '', label: 'Move to …' }, ...movesFrom[state]]}
      />
      {to === '' ? null : (
        <Button size="xs" color="teal.9" loading={move.isPending} onClick={() => move.mutate({ hireId, to })}>
          {to === 'in-progress' ? 'Move' : `Close as ${to}, for good`}
        </Button>
      )}
      <ErrorNote error={move.error} />
    </>
  );
}
