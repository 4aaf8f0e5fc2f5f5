import { Alert, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api.ts';
import { PageHead } from '../parts/page-head.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { ErrorNote, Nothing, Waiting } from '../parts/told.tsx';
import { useMay } from '../session.ts';

type Summary = Schemas['PlatformSummary'];

/** The platforms, what needs attention on them, and what their API users can see. */
export function PlatformsPage() {
  const { data, error } = useQuery({
    queryKey: ['platforms'],
    queryFn: () => dataOf(api.GET('/api/v1/platforms', { params: { query: { limit: 200 } } })),
    refetchInterval: 10_000,
  });
  return (
    <>
      <PageHead title="Platforms" />
      <ErrorNote error={error} />
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.items.length === 0 ? (
        <Nothing title="No platform is served">
          Put a platform document with the command line or the admin API; the README tells how.
        </Nothing>
      ) : null}
      <Stack>
        {data?.items.map((platform) => (
          <PlatformCard key={platform.customerId} platform={platform} />
        ))}
      </Stack>
    </>
  );
}

function PlatformCard({ platform }: { platform: Summary }) {
  const { customerId, name, environment, enabled, attention, allowance } = platform;
  return (
    <Card withBorder component="section">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {name}
        </Title>
        <StateBadge state={enabled ? 'enabled' : 'switched off'} />
      </Group>
      <Text size="sm">
        Customer {customerId}, {environment}. {allowance.remaining} of {allowance.limit} iCIMS calls are left today.
      </Text>
      {attention.map(({ code, sentence }) => (
        <Alert key={code} color="red" variant="outline" mt="sm" title={code}>
          {sentence}
        </Alert>
      ))}
      <ConnectionTest customerId={customerId} />
    </Card>
  );
}

function ConnectionTest({ customerId }: { customerId: string }) {
  const allowed = useMay('connection.test', customerId);
  const test = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/platforms/{customerId}/connection-test', { params: { path: { customerId } }, body: {} }),
      ),
  });
  if (!allowed) return null;
  return (
    <Stack gap="xs" mt="sm" align="start">
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        Test the connection
      </Button>
      <ErrorNote error={test.error} />
      <div role="status">
        <List size="sm">
          {test.data?.checks.map(({ name, ok, sentence }) => (
            <List.Item key={name}>
              {name}: {ok ? 'in order.' : 'NOT in order.'} {sentence}
            </List.Item>
          ))}
        </List>
      </div>
    </Stack>
  );
}
