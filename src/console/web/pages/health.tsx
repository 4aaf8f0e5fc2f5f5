import { Alert, Card, NativeSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ErrorNote, Nothing, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { HealthChart } from './health-chart.tsx';
import { Completeness, Platforms, Secrets, Section } from './health-sections.tsx';
import { LastConnectionTest } from './last-connection-test.tsx';
import { half, most, percent } from './health-words.ts';

type Window = Schemas['HealthWindow'];
type Overall = Schemas['OverallHealth'];
type OfPlatform = Schemas['PlatformHealth'];

const windows: readonly { value: Window; label: string }[] = [
  { value: '24h', label: 'last 24 hours' },
  { value: '7d', label: 'last 7 days' },
  { value: '30d', label: 'last 30 days' },
];

/** How everything goes, or how one platform does. */
export function HealthPage({ customerId, window }: { customerId: string | undefined; window: Window }) {
  const navigate = useNavigate();
  const { data, error } = useQuery({
    queryKey: ['health', customerId, window],
    queryFn: () => readHealth(customerId, window),
    refetchInterval: 30_000,
  });
  return (
    <>
      <PageHead title={customerId === undefined ? 'Health' : `Health of platform ${customerId}`}>
        <NativeSelect
          label="Time"
          value={window}
          data={[...windows]}
          onChange={({ currentTarget }) =>
            void navigate({
              to: '/health',
              search: { window: currentTarget.value, ...(customerId === undefined ? {} : { customerId }) },
            })
          }
        />
      </PageHead>
      {customerId === undefined ? null : (
        <Link to="/health" search={{ window }}>
          All platforms
        </Link>
      )}
      <ErrorNote error={error} />
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : <FiguresOf health={data} window={window} />}
    </>
  );
}

function readHealth(customerId: string | undefined, window: Window): Promise<Overall | OfPlatform> {
  const query = { window };
  return customerId === undefined
    ? dataOf(api.GET('/api/v1/health', { params: { query } }))
    : dataOf(api.GET('/api/v1/platforms/{customerId}/health', { params: { path: { customerId }, query } }));
}

function FiguresOf({ health, window }: { health: Overall | OfPlatform; window: Window }) {
  return (
    <Stack mt="sm">
      {'attention' in health
        ? health.attention.map(({ code, sentence }) => (
            <Alert key={code} color="red" variant="outline" title={code}>
              {sentence}
            </Alert>
          ))
        : null}
      <Tiles health={health} />
      <Section title="Events over time">
        {health.series.length === 0 ? (
          <Nothing title="No event in this time">
            Once iCIMS sends events of this platform they are counted here. Check its event notifications, and the
            missed hires.
          </Nothing>
        ) : (
          <HealthChart series={health.series} from={health.from} to={health.to} />
        )}
      </Section>
      <Completeness figures={health} />
      <Secrets figures={health} />
      {'allowance' in health ? <LastConnectionTest customerId={health.customerId} /> : null}
      {'platforms' in health ? <Platforms platforms={health.platforms} window={window} /> : null}
    </Stack>
  );
}

function Tiles({ health }: { health: Overall | OfPlatform }) {
  const { success, queue, latency, firing, lastEventAt } = health;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
      <Tile name="Success rate" figure={percent(success.rate)}>
        Target {percent(success.target)}. {success.delivered} delivered, {success.parked} parked, {success.late} late,{' '}
        {success.failedEvents} events not served.
      </Tile>
      <Tile name="Waiting now" figure={String(queue.depth)}>
        {queue.oldestSeconds === null ? 'Nothing waits.' : `The oldest for ${queue.oldestSeconds} s.`}
      </Tile>
      <Tile name="Event to write-back" figure={half(latency.whole)}>
        95 % within {most(latency.whole)}. To the answer {most(latency.answer)}, to the case {most(latency.case)}, to
        the write-back {most(latency.writeBack)}.
      </Tile>
      <Tile name="Triggers that fired" figure={percent(firing.rate)}>
        iCIMS search showed {firing.seen} hires; no event opened {firing.missed} of them.{' '}
        <Link to="/missed">See which were missed</Link>
      </Tile>
      <Tile name="Last event" figure={lastEventAt === null ? 'none yet' : <When at={lastEventAt} fw={700} />} />
      {'allowance' in health ? (
        <Tile name="iCIMS calls left today" figure={String(health.allowance.remaining)}>
          Of {health.allowance.limit}.
        </Tile>
      ) : null}
    </SimpleGrid>
  );
}

function Tile({ name, figure, children }: { name: string; figure: ReactNode; children?: ReactNode }) {
  return (
    <Card withBorder component="section">
      <Title order={2} size="sm" fw={400}>
        {name}
      </Title>
      <Text component="div" size="xl" fw={700}>
        {figure}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </Card>
  );
}
