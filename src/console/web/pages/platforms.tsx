import { Alert, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api.ts';
import { AddPlatform } from '../parts/add-platform.tsx';
import { ConnectionTest } from '../parts/connection-test.tsx';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { ErrorNote, Nothing, Waiting } from '../parts/told.tsx';

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
      <AddPlatform />
      <ErrorNote error={error} />
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.items.length === 0 ? (
        <Nothing title="No platform is served">
          Add one above: its set-up path says at every step what is needed. A script puts the whole document instead.
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
      <Link to="/platforms/$customerId/setup" params={{ customerId }} search={{}} mt="sm">
        {enabled ? `Set-up of ${name}` : `Go on with the set-up of ${name}`}
      </Link>
      <Link to="/health" search={{ customerId }} mt="sm">
        Health of {name}
      </Link>
      <ConnectionTest customerId={customerId} />
    </Card>
  );
}
