import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';
import { type PlatformDocument } from './step-props.ts';

/** A document and its version as the server names it, so that a save notices a change by somebody else. */
export interface Held {
  readonly document: PlatformDocument;
  readonly etag: string;
  /** Forms begin anew when it changes. */
  readonly formKey: string;
}

type Asked = Promise<{ data?: PlatformDocument; error?: unknown; response: Response }>;

async function toHeld(asked: Asked): Promise<Held> {
  const document = await dataOf(asked);
  const etag = (await asked).response.headers.get('ETag') ?? '';
  return { document, etag, formKey: etag };
}

const readDocument = (customerId: string): Promise<Held> =>
  toHeld(api.GET('/api/v1/platforms/{customerId}', { params: { path: { customerId } } }));

/** Read once and held until it is saved or read again on purpose: a form is not changed under the hands of a person. */
export const documentQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['platform', customerId],
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: () => readDocument(customerId),
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
      return toHeld(
        api.PUT('/api/v1/platforms/{customerId}', {
          params: { path: { customerId }, header: { 'If-Match': held.etag } },
          body: { ...held.document, ...changes },
        }),
      );
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

/** Takes over a version that another operation made, without beginning the form on the screen anew. */
export function useTakeOver(customerId: string): () => Promise<void> {
  const queries = useQueryClient();
  const { queryKey } = documentQuery(customerId);
  return async () => {
    const fresh = await readDocument(customerId);
    queries.setQueryData(queryKey, (held?: Held) => ({ ...fresh, formKey: held?.formKey ?? fresh.formKey }));
    await queries.invalidateQueries({ queryKey: setupQuery(customerId).queryKey });
    await queries.invalidateQueries({ queryKey: ['platform-versions', customerId] });
  };
}
