import { Button, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { memo, useDeferredValue } from 'react';
import { api, dataOf, type Schemas } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { boardQuery } from './board-query.ts';
import { CaseCard } from './card.tsx';

const MANY = 10_000;
const NO_PAGES: [] = [];

interface ColumnProps {
  readonly state: Schemas['CaseState'];
  readonly count: number;
  /** Empty: of every platform. */
  readonly customerId: string;
  readonly onMoved: (sentence: string) => void;
}

/** The cases in one state, newest first, more of them on demand. */
export function BoardColumn({ state, count, customerId, onMoved }: ColumnProps) {
  const queries = useQueryClient();
  const { data, error, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['case-board', customerId, state],
    queryFn: ({ pageParam }) => load(queries, { state, customerId, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  // Drawn piece by piece, so that a board of many cases leaves no click waiting.
  const pages = useDeferredValue(data?.pages, NO_PAGES);
  return (
    <Stack component="section" gap="xs" aria-label={state}>
      <Title order={2} size="h5">
        {state}{' '}
        <Text span c="dimmed" inherit>
          {count >= MANY ? `${MANY.toLocaleString()} or more` : count.toLocaleString()}
        </Text>
      </Title>
      <ErrorNote error={error} />
      <Cards pages={pages} onMoved={onMoved} />
      {hasNextPage ? (
        <Button variant="default" size="xs" loading={isFetching} onClick={() => void fetchNextPage()}>
          Show more {state}
        </Button>
      ) : null}
    </Stack>
  );
}

interface CardsProps {
  readonly pages: readonly { readonly items: readonly Schemas['CaseSummary'][] }[] | undefined;
  readonly onMoved: (sentence: string) => void;
}

const Cards = memo(function Cards({ pages = NO_PAGES, onMoved }: CardsProps) {
  return pages.flatMap(({ items }) => items.map((one) => <CaseCard key={one.id} theCase={one} onMoved={onMoved} />));
});

interface PageAsked {
  readonly state: Schemas['CaseState'];
  readonly customerId: string;
  readonly cursor: string | undefined;
}

/** The first page comes with the board; the five columns ask for that once. */
async function load(queries: QueryClient, { state, customerId, cursor }: PageAsked) {
  if (cursor === undefined) {
    const { columns } = await queries.query(boardQuery(customerId));
    return columns.find((column) => column.state === state) ?? { items: [], next: null };
  }
  const query = { state, cursor, limit: 20, ...(customerId === '' ? {} : { customerId }) };
  return dataOf(api.GET('/api/v1/cases', { params: { query } }));
}
