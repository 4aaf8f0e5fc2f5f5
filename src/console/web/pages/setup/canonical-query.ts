import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api.ts';

/** The keys that a mapping may fill, and the visa categories. They change with the program only. */
export const canonicalQuery = queryOptions({
  queryKey: ['canonical-fields'],
  staleTime: Infinity,
  queryFn: () => dataOf(api.GET('/api/v1/canonical-fields')),
});
