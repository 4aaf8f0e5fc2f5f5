import { Button, Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ErrorNote, Nothing, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { useMay } from '../session.ts';

type Cause = Schemas['StuckCause'];

/** Parked hires by cause, with what must be done. */
export function StuckPage() {
  const { data, error } = useQuery({
    queryKey: ['stuck'],
    queryFn: () => dataOf(api.GET('/api/v1/stuck')),
    refetchInterval: 5_000,
  });
  return (
    <>
      <PageHead title="Stuck work" />
      <ErrorNote error={error} />
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.items.length === 0 ? (
        <Nothing title="Nothing is stuck">
          A hire that cannot go on is parked and shown here, with the sentence that says who must do what.
        </Nothing>
      ) : null}
      <Stack>
        {data?.items.map((cause) => (
          <CauseCard key={`${cause.customerId} ${cause.code}`} cause={cause} />
        ))}
      </Stack>
    </>
  );
}

function CauseCard({ cause }: { cause: Cause }) {
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
      <Preview cause={cause} />
      <RetryAll cause={cause} />
    </Card>
  );
}

/** The newest of them, before anything is released. */
function Preview({ cause: { customerId, code } }: { cause: Cause }) {
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

function RetryAll({ cause }: { cause: Cause }) {
  const { released, running, error, start, cancel, total } = useRelease(cause);
  if (!useMay('hires.retry', cause.customerId)) return <Text size="sm">Your role may not retry.</Text>;
  return (
    <Stack gap="xs">
      <Group>
        <Button color="teal.9" onClick={() => void start()} loading={running}>
          Retry all {cause.count}
        </Button>
        {running ? (
          <Button variant="default" onClick={cancel}>
            Stop
          </Button>
        ) : null}
      </Group>
      {running ? <Progress value={(100 * released) / Math.max(1, total)} aria-label="Released" animated /> : null}
      <Text size="sm" role="status">
        {released > 0 ? `${released} of ${total} were put back to work.` : ''}
      </Text>
      <ErrorNote error={error} />
    </Stack>
  );
}

/** Releases in batches, each asked for when the one before is done, until none is left or somebody stops it. */
function useRelease({ customerId, code, count }: Cause) {
  const queries = useQueryClient();
  const stopped = useRef(false);
  const [state, setState] = useState({ released: 0, total: 0, running: false, error: null as Error | null });
  async function batch(cursor: string | null, released: number): Promise<void> {
    const body = { customerId, code, ...(cursor === null ? {} : { cursor }) };
    const answer = await dataOf(api.POST('/api/v1/stuck/release', { body }));
    const sum = released + answer.released;
    setState((before) => ({ ...before, released: sum }));
    if (answer.next !== null && !stopped.current) await batch(answer.next, sum);
  }
  async function start(): Promise<void> {
    stopped.current = false;
    setState({ released: 0, total: count, running: true, error: null });
    const error = await batch(null, 0).then(
      () => null,
      (thrown: unknown) => thrown as Error,
    );
    setState((before) => ({ ...before, running: false, error }));
    await queries.invalidateQueries({ queryKey: ['stuck'] });
  }
  return { ...state, start, cancel: () => void (stopped.current = true) };
}
