import { Card, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Rows } from '../../parts/paged-list.tsx';
import { When } from '../../parts/when.tsx';
import { isUnderWay, type Run, runsQuery } from './retry-queries.ts';

const head = ['Started', 'Platform', 'Causes', 'Parked from', 'Parked before', 'What became of it', 'By'];

/** The newest runs that are over. */
export function EarlierRuns() {
  const { data } = useQuery(runsQuery);
  if (data === undefined) return null;
  const earlier = data.items.filter((run) => !isUnderWay(run));
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        Earlier retries
      </Title>
      {earlier.length === 0 ? (
        <Text>
          None yet. When many hires were put back to work, this says how many were delivered and by whom it was done.
        </Text>
      ) : (
        <Rows head={head} label="Earlier retries">
          {earlier.map((run) => (
            <Row key={run.id} run={run} />
          ))}
        </Rows>
      )}
    </Card>
  );
}

function Row({ run: { customerId, madeAt, madeBy, endedBy, codes, parkedFrom, parkedTo, ...run } }: { run: Run }) {
  return (
    <Table.Tr>
      <Table.Td>
        <When at={madeAt} size="sm" />
      </Table.Td>
      <Table.Td>{customerId}</Table.Td>
      <Table.Td>{codes === null ? 'every cause' : codes.join(', ')}</Table.Td>
      <Table.Td>{parkedFrom === null ? 'ever' : <When at={parkedFrom} size="sm" />}</Table.Td>
      <Table.Td>{parkedTo === null ? 'the start' : <When at={parkedTo} size="sm" />}</Table.Td>
      <Table.Td>{fateOf(run)}</Table.Td>
      <Table.Td>{endedBy === null || endedBy === madeBy ? madeBy : `${madeBy}, cancelled by ${endedBy}`}</Table.Td>
    </Table.Tr>
  );
}

function fateOf({ state, counts }: Pick<Run, 'state' | 'counts'>): string {
  const { chosen, released, skipped, delivered, parkedAgain, withdrawn } = counts;
  const leftParked = chosen - released - skipped;
  const fates = [
    [delivered, 'delivered'],
    [parkedAgain, 'parked again'],
    [withdrawn, 'withdrawn'],
    [skipped, 'needed it no more'],
    [leftParked, 'left parked'],
  ] as const;
  const told = fates.filter(([count]) => count > 0).map(([count, fate]) => `${count} ${fate}`);
  return `${state}: ${told.join(', ')}`;
}
