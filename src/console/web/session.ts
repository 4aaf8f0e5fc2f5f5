import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, dataOf, holdCsrfToken, Problem, type Schemas, type Session } from './api.ts';

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await dataOf(api.GET('/api/v1/session'));
      holdCsrfToken(session.csrfToken);
      return session;
    } catch (thrown) {
      if (thrown instanceof Problem && [401, 403].includes(thrown.status)) return null;
      throw thrown;
    }
  },
});

/** Whether the person may do this, on this platform or on any. */
export function useMay(right: Schemas['Right'], customerId?: string): boolean {
  return useMayOn(right)(customerId);
}

/** The same as a question, for several platforms. */
export function useMayOn(right: Schemas['Right']): (customerId?: string) => boolean {
  const { data } = useQuery(sessionQuery);
  const grants = (data?.access ?? []).filter(({ rights }) => rights.includes(right));
  return (customerId) =>
    grants.some((grant) => customerId === undefined || grant.customerId === null || grant.customerId === customerId);
}
