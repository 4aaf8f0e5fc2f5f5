import { Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api.ts';
import { Link } from '../parts/link.tsx';
import { ErrorNote } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { Section } from './health-sections.tsx';

/** What the last test of the connection to iCIMS found. */
export function LastConnectionTest({ customerId }: { customerId: string }) {
  const { data, error } = useQuery({
    queryKey: ['connection-test', customerId],
    queryFn: () =>
      dataOf(api.GET('/api/v1/platforms/{customerId}/connection-test', { params: { path: { customerId } } })),
  });
  return (
    <Section title="Last connection test">
      <ErrorNote error={error} />
      {data === undefined ? null : <Outcome last={data.last} />}
      <Link to="/platforms/$customerId/setup" params={{ customerId }} search={{ step: 'connection-test' }}>
        Test the connection
      </Link>
    </Section>
  );
}

function Outcome({ last }: { last: Schemas['ConnectionTest'] | null }) {
  if (last === null) return <Text size="sm">The connection was never tested.</Text>;
  const faults = last.checks.filter(({ ok }) => !ok);
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{last.ok ? 'All was in order' : 'Not all was in order'},</Text>
        <When at={last.testedAt} size="sm" />
        <Text size="sm">
          by {last.testedBy}, with version {last.version} of the platform document
        </Text>
      </Group>
      <List size="sm">
        {faults.map(({ name, sentence }) => (
          <List.Item key={name}>
            {name}: {sentence}
          </List.Item>
        ))}
      </List>
    </>
  );
}
