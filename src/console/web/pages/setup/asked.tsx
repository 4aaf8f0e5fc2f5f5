import { Button, Group, Loader, Text } from '@mantine/core';
import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { ErrorNote } from '../../parts/told.tsx';

interface AskedProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** What is being read, to complete "Reading … from iCIMS". */
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
  /** Shown below the error when iCIMS does not answer: a way to go on by hand. */
  readonly otherwise?: ReactNode;
}

/** What was asked of iCIMS: while it is under way, when it failed, and then what it answered. */
export function Asked<Data>({ query, what, children, otherwise }: AskedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error === null)
    return (
      <Group role="status" gap="xs">
        <Loader size="sm" aria-hidden />
        <Text>Reading {what} from iCIMS …</Text>
      </Group>
    );
  return (
    <>
      <ErrorNote error={query.error} />
      <Group>
        <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
          Ask iCIMS again
        </Button>
      </Group>
      {otherwise}
    </>
  );
}
