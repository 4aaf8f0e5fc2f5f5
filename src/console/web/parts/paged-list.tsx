import { Button, Center, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { ErrorNote, Waiting } from './told.tsx';

interface Paged<Item> {
  readonly queryKey: readonly unknown[];
  /** Asked with no cursor for the first page. */
  readonly load: (page: { readonly cursor?: string }) => Promise<{ items: Item[]; next: string | null }>;
  readonly head: readonly string[];
  readonly row: (item: Item) => ReactNode;
  readonly label: string;
  /** Shown instead of an empty table. */
  readonly nothing: ReactNode;
  readonly refreshMs?: number;
}

/** A table that grows by a page at a time. */
export function PagedList<Item>({ queryKey, load, head, row, label, nothing, refreshMs }: Paged<Item>) {
  const { data, error, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: refreshMs ?? false,
  });
  if (error !== null && data === undefined) return <ErrorNote error={error} />;
  if (data === undefined) return <Waiting />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return nothing;
  return (
    <>
      <ErrorNote error={error} />
      <Rows head={head} label={label}>
        {items.map(row)}
      </Rows>
      {hasNextPage ? (
        <Center mt="md">
          <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </Center>
      ) : null}
    </>
  );
}

/** A table that scrolls sideways where the screen is narrow, with the keyboard too. */
export function Rows({ head, label, children }: { head: readonly string[]; label: string; children: ReactNode }) {
  return (
    <Table.ScrollContainer minWidth={720} type="native" tabIndex={0} role="group" aria-label={label}>
      <Table striped highlightOnHover aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {head.map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
