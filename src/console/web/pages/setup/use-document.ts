import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';
import { type PlatformDocument } from './step-props.ts';

/** A document and its version as the server names it, so that a save notices a change by somebody else. */
interface Held {
  readonly document: PlatformDocument;
  readonly etag: string;
}

/** Read once and held until it is saved or read again on purpose: a form is not changed under the hands of a person. */
export const documentQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['platform', customerId],
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: async (): Promise<Held> => {
      const asked = api.GET('/api/v1/platforms/{customerId}', { params: { path: { customerId } } });
      const document = await dataOf(asked);
      return { document, etag: (await asked).response.headers.get('ETag') ?? '' };
    },
  });

export const setupQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['setup', customerId],
    queryFn: (): Promise<Schemas['Setup']> =>
      dataOf(api.GET('/api/v1/platforms/{customerId}/setup', { params: { path: { customerId } } })),
  });

/** Puts the held document with changes. Somebody else's change in between is a `Problem` 412; `reload` takes it over. */
export function useSave(customerId: string, onSaved?: () => void) {
  const queries = useQueryClient();
  const { queryKey } = documentQuery(customerId);
  const save = useMutation({
    mutationFn: async (changes: Partial<PlatformDocument>): Promise<Held> => {
      const held = await queries.query({ ...documentQuery(customerId), staleTime: 'static' });
      const asked = api.PUT('/api/v1/platforms/{customerId}', {
        params: { path: { customerId }, header: { 'If-Match': held.etag } },
        body: { ...held.document, ...changes },
      });
      const document = await dataOf(asked);
      return { document, etag: (await asked).response.headers.get('ETag') ?? '' };
    },
    onSuccess: async (held) => {
      queries.setQueryData(queryKey, held);
      await refresh();
      onSaved?.();
    },
  });
  const refresh = (): Promise<unknown> =>
    Promise.all([
      queries.invalidateQueries({ queryKey: setupQuery(customerId).queryKey }),
      queries.invalidateQueries({ queryKey: ['platforms'] }),
      queries.invalidateQueries({ queryKey: ['platform-versions', customerId] }),
    ]);
  const reload = async (): Promise<void> => {
    save.reset();
    await queries.resetQueries({ queryKey });
    await refresh();
  };
  return { save, reload };
}
