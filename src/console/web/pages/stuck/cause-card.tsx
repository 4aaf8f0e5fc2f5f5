import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api.ts';
import { Link } from '../../parts/link.tsx';
import { ErrorNote } from '../../parts/told.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session.ts';
import { type Cause, useStart } from './retry-queries.ts';

/** What is parked for one cause on one platform, and the way to retry all of it. */
export function CauseCard({ cause }: { cause: Cause }) {
  const { customerId, code, sentence, count, oldestAt } = cause;
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {count} parked on platform {customerId}: {code}
      </Title>
      <Text my="xs">{sentence}</Text>
      <Group gap="xs" mb="sm">
        <Text size="sm">The oldest was accepted</Text>
        <When at={oldestAt} size="sm" />
      </Group>
      <Newest cause={cause} />
      <RetryAll cause={cause} />
    </Card>
  );
}

/** The newest of them. */
function Newest({ cause: { customerId, code } }: { cause: Cause }) {
  const [shown, setShown] = useState(false);
  const query = { customerId, state: 'parked', reason: code, limit: 25 } as const;
  const { data, error } = useQuery({
    queryKey: ['stuck', query],
    queryFn: () => dataOf(api.GET('/api/v1/hires', { params: { query } })),
    enabled: shown,
  });
  return (
    <Stack gap="xs" mb="sm" align="start">
      <Button size="compact-sm" variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? 'Hide the hires' : 'Show the hires'}
      </Button>
      <ErrorNote error={error} />
      {shown
        ? data?.items.map(({ id, workflowId }) => (
            <Link key={id} to="/hires/$id" params={{ id }}>
              Workflow {workflowId}
            </Link>
          ))
        : null}
    </Stack>
  );
}

function RetryAll({ cause: { customerId, code, count } }: { cause: Cause }) {
  const start = useStart(customerId);
  if (!useMay('hires.retry', customerId)) return <Text size="sm">Your role may not retry.</Text>;
  return (
    <Stack gap="xs" align="start">
      <Button color="teal.9" loading={start.isPending} onClick={() => start.mutate({ codes: [code] })}>
        Retry all {count}
      </Button>
      <Text size="sm">
        At 60 a minute, once who must act has acted. For a part of them or another pace, choose below.
      </Text>
      <ErrorNote error={start.error} />
    </Stack>
  );
}
