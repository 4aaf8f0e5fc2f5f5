import { Alert, Button, Card, Center, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ErrorNote, Nothing, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { useMay } from '../session.ts';

type Missed = Schemas['MissedHire'];
type Opened = Schemas['OpenedMissedHire'];

const keyOf = ({ customerId, workflowId }: Missed): string => `${customerId}-${workflowId}`;

/** Hires that iCIMS has and we have not, to be opened one by one or those that were selected. */
export function MissedPage() {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['missed'],
    queryFn: ({ pageParam }) => readMissed(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 30_000,
  });
  const first = data?.pages[0];
  return (
    <>
      <PageHead title="Missed hires" />
      <ErrorNote error={error} />
      {first === undefined && error === null ? <Waiting /> : null}
      {first === undefined ? null : (
        <>
          <Rounds rounds={first.rounds} />
          <MissedList items={data?.pages.flatMap(({ items }) => items) ?? []} everySeconds={first.everySeconds} />
        </>
      )}
      {hasNextPage ? (
        <Center mt="md">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </Center>
      ) : null}
    </>
  );
}

/** How often, as one says it. */
function everyWords(seconds: number): string {
  if (seconds === 3600) return 'every hour';
  return seconds % 60 === 0 ? `every ${seconds / 60} minutes` : `every ${seconds} seconds`;
}

function readMissed(cursor: string | undefined) {
  const query = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
  return dataOf(api.GET('/api/v1/missed-hires', { params: { query } }));
}

function MissedList({ items, everySeconds }: { items: readonly Missed[]; everySeconds: number }) {
  const { chosen, choose, told, running, failure, openAll } = useOpening();
  const selected = items.filter((item) => chosen.has(keyOf(item)));
  return (
    <Stack>
      <ErrorNote error={failure} />
      <Text role="status" size="sm">
        {told.join(' ')}
      </Text>
      {items.length === 0 ? (
        <Nothing title="No hire was missed">
          iCIMS is searched {everyWords(everySeconds)} for hires in a trigger status of which no event came. What is
          found is shown here.
        </Nothing>
      ) : (
        <Group>
          <Button
            color="teal.9"
            disabled={selected.length === 0}
            loading={running}
            onClick={() => void openAll(selected)}
          >
            Open {selected.length} selected
          </Button>
        </Group>
      )}
      {items.map((item) => (
        <MissedCard
          key={keyOf(item)}
          item={item}
          chosen={chosen.has(keyOf(item))}
          onChoose={() => choose(keyOf(item))}
          onOpen={() => void openAll([item])}
        />
      ))}
    </Stack>
  );
}

function Rounds({
  rounds,
}: {
  rounds: readonly { customerId: string; failure: string | null; endedAt: string | null }[];
}) {
  const broken = rounds.filter(({ failure }) => failure !== null);
  return broken.map(({ customerId, failure, endedAt }) => (
    <Alert key={customerId} color="red" variant="outline" mb="sm" title={`Platform ${customerId} was not searched`}>
      {failure}. It is tried again next time; what was found before is kept. Last searched: <When at={endedAt} span />
    </Alert>
  ));
}

interface MissedCardProps {
  readonly item: Missed;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

function MissedCard({ item, chosen, onChoose, onOpen }: MissedCardProps) {
  const { customerId, workflowId, why, code, sentence, firstSeenAt, eventId } = item;
  const name = `workflow ${workflowId} of platform ${customerId}`;
  const may = useMay('hires.retry', customerId);
  return (
    <Card withBorder component="section">
      <Group justify="space-between">
        <Title order={2} size="h4">
          W{name.slice(1)}
        </Title>
        {may ? (
          <Group>
            <Checkbox label="Select" aria-label={`Select ${name}`} checked={chosen} onChange={onChoose} />
            <Button size="compact-sm" variant="default" aria-label={`Open ${name}`} onClick={onOpen}>
              Open
            </Button>
          </Group>
        ) : null}
      </Group>
      <Text my="xs">
        {why === 'no-event' ? '' : `Its event was ${why}${code === null ? '' : ` (${code})`}: `}
        {sentence}
      </Text>
      <Group gap="xs">
        <Text size="sm">Found</Text>
        <When at={firstSeenAt} size="sm" />
        {eventId === null ? null : <Link to="/events">Events</Link>}
      </Group>
    </Card>
  );
}

/** Opens one after the other: each is a screening of some seconds, and costs the customer calls of iCIMS. */
function useOpening() {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<readonly string[]>([]);
  const [state, setState] = useState({ running: false, failure: null as Error | null });
  const choose = (key: string): void =>
    setChosen((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]));
  async function openAll(items: readonly Missed[]): Promise<void> {
    setTold([]);
    setState({ running: true, failure: null });
    let failure: Error | null = null;
    for (const item of items) {
      await openOne(item).then(
        (answer) => setTold((before) => [...before, `Workflow ${item.workflowId}: ${answer.sentence}`]),
        (thrown: unknown) => (failure = thrown as Error),
      );
    }
    setState({ running: false, failure });
    setChosen(new Set());
    await queries.invalidateQueries({ queryKey: ['missed'] });
  }
  return { chosen, choose, told, openAll, ...state };
}

function openOne({ customerId, workflowId }: Missed): Promise<Opened> {
  const path = { customerId, workflowId };
  return dataOf(api.POST('/api/v1/platforms/{customerId}/missed-hires/{workflowId}/open', { params: { path } }));
}
