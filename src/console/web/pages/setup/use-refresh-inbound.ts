import { useQueryClient } from '@tanstack/react-query';
import { useTakeOver } from './use-document.ts';

/** Reads again what a change of a credential changes: the document has a new version. */
export function useRefreshInbound(customerId: string): () => Promise<void> {
  const queries = useQueryClient();
  const takeOver = useTakeOver(customerId);
  return async () => {
    await queries.invalidateQueries({ queryKey: ['inbound', customerId] });
    await takeOver();
  };
}
