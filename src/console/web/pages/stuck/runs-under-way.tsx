import { Button, Card, Group, Progress, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { useMay } from '../../session.ts';
import { durationWords, hires } from './duration-words.ts';
import { isUnderWay, readAgain, type Run, runsQuery, UNDER_WAY, underWay } from './retry-queries.ts';

/** Runs that release, or that released what is still on its way. */
export function RunsUnderWay() {
  const { data, error } = useQuery(runsQuery);
  return (
    <Stack id={UNDER_WAY} tabIndex={-1} role="group" aria-label="Retries under way">
      <ErrorNote error={error} />
      {data?.items.filter(isUnderWay).map((run) => (
        <RunCard key={run.id} run={run} />
      ))}
    </Stack>
  );
}

const waits = {
  deliveries: 'It waits: those that were released are still being delivered.',
  platform: 'It waits: the platform is switched off.',
} as const;

function RunCard({ run }: { run: Run }) {
  const { customerId, counts, perMinute, state, secondsLeft, waitsFor } = run;
  const done = counts.chosen === 0 ? 100 : Math.floor((100 * (counts.released + counts.skipped)) / counts.chosen);
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        Retry of {hires(counts.chosen)} on platform {customerId}
      </Title>
      <Stack gap="xs" mt="xs">
        <Progress value={done} aria-label="Put back to work" />
        {/* Read out at every tenth, not every two seconds. */}
        <VisuallyHidden role="status">{`${Math.floor(done / 10) * 10} percent put back to work`}</VisuallyHidden>
        <Text size="sm">{countsWords(counts)}</Text>
        {state === 'running' ? (
          <Text size="sm">
            {perMinute} a minute; {durationWords(secondsLeft ?? 0)} left. {waitsFor === null ? '' : waits[waitsFor]}
          </Text>
        ) : (
          <Text size="sm">All that it releases is released.</Text>
        )}
        {state === 'running' ? <Cancel run={run} /> : null}
      </Stack>
    </Card>
  );
}

function countsWords(counts: Run['counts']): string {
  const { released, chosen, skipped, delivered, parkedAgain } = counts;
  const fates = [`${delivered} delivered`, `${parkedAgain} parked again`, `${underWay(counts)} under way`];
  const passed = skipped === 0 ? '' : ` ${skipped} needed it no more.`;
  return `${released} of ${chosen} put back to work: ${fates.join(', ')}.${passed}`;
}

function Cancel({ run: { customerId, id } }: { run: Run }) {
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/platforms/{customerId}/retry-runs/{id}/cancel', { params: { path: { customerId, id } } }),
      ),
    onSettled: () => readAgain(queries),
  });
  if (!useMay('hires.retry', customerId)) return null;
  if (!asked)
    return (
      <Button variant="default" onClick={() => setAsked(true)} style={{ alignSelf: 'start' }}>
        Cancel the run
      </Button>
    );
  return (
    <Stack gap="xs" role="group" aria-label="Cancel the run">
      <Text size="sm">What was not put back to work yet stays parked. What was goes on.</Text>
      <Group>
        <Button color="red.9" autoFocus loading={cancel.isPending} onClick={() => cancel.mutate()}>
          Yes, cancel it
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          Let it go on
        </Button>
      </Group>
      <ErrorNote error={cancel.error} />
    </Stack>
  );
}
