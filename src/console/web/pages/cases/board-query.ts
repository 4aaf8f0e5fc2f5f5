import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../api.ts';

/** The first cases of every state, of one platform or (empty) of every one. */
export const boardQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['case-board', customerId],
    queryFn: () =>
      dataOf(api.GET('/api/v1/case-board', { params: { query: customerId === '' ? {} : { customerId } } })),
  });
