import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';
import { Rows } from '../../parts/paged-list.tsx';
import { ErrorNote, Nothing, Waiting } from '../../parts/told.tsx';
import { When } from '../../parts/when.tsx';

type Erasure = Schemas['Erasure'];

const HEAD = ['Requested', 'Done', 'Hires', 'Cases', 'Events', 'To be asked for elsewhere'];

/** What became of earlier requests. Nobody is named: not even we know any more whom they were about. */
export function ErasureList({ customerId }: { customerId: string }) {
  const { data, error } = useQuery({
    queryKey: ['erasures', customerId],
    queryFn: () => dataOf(api.GET('/api/v1/platforms/{customerId}/erasures', { params: { path: { customerId } } })),
    refetchInterval: 15_000,
  });
  return (
    <section>
      <Title order={2} size="h4">
        Requests so far
      </Title>
      <ErrorNote error={error} />
      {data === undefined ? error === null && <Waiting /> : <Found items={data.items} />}
    </section>
  );
}

function Found({ items }: { items: readonly Erasure[] }) {
  if (items.length === 0)
    return (
      <Nothing title="Nobody was erased yet">
        When somebody asks to be erased, look up their person ID in iCIMS and enter it above.
      </Nothing>
    );
  return (
    <Rows label="Erasures, newest first" head={HEAD}>
      {items.map(({ id, requestedAt, doneAt, waiting, erased, askElsewhere }) => (
        <Table.Tr key={id}>
          <Table.Td>
            <When at={requestedAt} size="sm" />
          </Table.Td>
          <Table.Td>{doneAt === null ? <UnderWay waiting={waiting} /> : <When at={doneAt} size="sm" />}</Table.Td>
          <Table.Td>{erased.hires}</Table.Td>
          <Table.Td>{erased.cases}</Table.Td>
          <Table.Td>{erased.events}</Table.Td>
          <Table.Td>
            <Elsewhere cases={askElsewhere} />
          </Table.Td>
        </Table.Tr>
      ))}
    </Rows>
  );
}

function UnderWay({ waiting }: { waiting: number }) {
  return (
    <Text size="sm">{waiting === 0 ? 'under way' : `under way: ${waiting} withdrawal(s) are still being told`}</Text>
  );
}

function Elsewhere({ cases }: { cases: Erasure['askElsewhere'] }) {
  if (cases.length === 0) return <Text size="sm">nothing</Text>;
  return (
    <Stack gap={2}>
      {cases.map(({ caseId, caseUrl, withdrawn }) => (
        <Text key={caseId} size="sm">
          <Anchor href={caseUrl} target="_blank" rel="noreferrer">
            {caseId}
          </Anchor>{' '}
          {withdrawn ? 'withdrawn' : 'not withdrawn'}
        </Text>
      ))}
    </Stack>
  );
}
