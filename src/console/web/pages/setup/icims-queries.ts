import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';

type IcimsProfile = Schemas['IcimsProfile'];

/** What can be chosen comes from the customer's iCIMS and changes rarely; each question costs one of their calls. */
const kept = { staleTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false } as const;

export const statusesQuery = (customerId: string) =>
  queryOptions({
    ...kept,
    queryKey: ['icims', customerId, 'statuses'],
    queryFn: () =>
      dataOf(api.GET('/api/v1/platforms/{customerId}/icims/statuses', { params: { path: { customerId } } })),
  });

export const nodesQuery = (customerId: string, profile: IcimsProfile, field: string) =>
  queryOptions({
    ...kept,
    queryKey: ['icims', customerId, 'nodes', profile, field],
    enabled: field !== '',
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/platforms/{customerId}/icims/nodes', {
          params: { path: { customerId }, query: { profile, field } },
        }),
      ),
  });

export const fieldsQuery = (customerId: string, profile: IcimsProfile) =>
  queryOptions({
    ...kept,
    queryKey: ['icims', customerId, 'fields', profile],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/platforms/{customerId}/icims/fields', {
          params: { path: { customerId }, query: { profile } },
        }),
      ),
  });

/** Ids are the same with and without their leading letter: events carry `20500`, lists carry `C20500`. */
export function sameId(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(id: string): string {
  return id.replace(/^[A-Za-z]/, '');
}

/** A node or field as a choice: the customer's own label first. */
export function toChoice({ id, label }: { id: string; label: string | null }): { value: string; label: string } {
  return { value: id, label: label === null ? id : `${label} (${id})` };
}
