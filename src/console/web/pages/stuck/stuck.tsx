import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ErrorNote, Nothing, Waiting } from '../../parts/told.tsx';
import { CauseCard } from './cause-card.tsx';
import { RetryForm } from './retry-form.tsx';
import { EarlierRuns } from './earlier-runs.tsx';
import { RunsUnderWay } from './runs-under-way.tsx';

/** Parked hires by cause, with what must be done, and how they are put back to work. */
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
      <Stack>
        <RunsUnderWay />
        {data === undefined && error === null ? <Waiting /> : null}
        {data?.items.length === 0 ? (
          <Nothing title="Nothing is stuck">
            A hire that cannot go on is parked and shown here, with the sentence that says who must do what.
          </Nothing>
        ) : null}
        {data?.items.map((cause) => (
          <CauseCard key={`${cause.customerId} ${cause.code}`} cause={cause} />
        ))}
        <RetryForm causes={data?.items ?? []} />
        <EarlierRuns />
      </Stack>
    </>
  );
}
