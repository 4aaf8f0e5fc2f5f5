import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';

export type Run = Schemas['RetryRun'];
export type Wish = Schemas['RetryRunWish'];
export type Preview = Schemas['RetryPreview'];
export type Cause = Schemas['StuckCause'];

/** Something of it is still to be learned. */
export function isUnderWay({ state, counts }: Run): boolean {
  return state === 'running' || underWay(counts) > 0;
}

/** Released, and neither delivered nor parked again. */
export function underWay({ released, delivered, parkedAgain, withdrawn }: Run['counts']): number {
  return released - delivered - parkedAgain - withdrawn;
}

/** The newest runs; asked for often while one is under way. */
export const runsQuery = queryOptions({
  queryKey: ['retry-runs'],
  queryFn: () => dataOf(api.GET('/api/v1/retry-runs', { params: { query: { limit: 20 } } })),
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? 2_000 : 15_000),
});

/** Starts a run on a platform. */
export function useStart(customerId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Wish) =>
      dataOf(api.POST('/api/v1/platforms/{customerId}/retry-runs', { params: { path: { customerId } }, body })),
    onSuccess: async () => {
      await readAgain(queries);
      document.getElementById(UNDER_WAY)?.focus();
    },
  });
}

/** Where the runs under way are shown: whoever started one is led there. */
export const UNDER_WAY = 'retries-under-way';

/** After a run was started or cancelled. */
export async function readAgain(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['retry-runs'] }),
    queries.invalidateQueries({ queryKey: ['stuck'] }),
  ]);
}
