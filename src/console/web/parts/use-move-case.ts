import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api.ts';

type State = Schemas['CaseState'];
export type Move = 'in-progress' | 'completed' | 'failed';

/** Where a case may go from a state. */
export const movesFrom = {
  open: ['in-progress', 'completed', 'failed'],
  'in-progress': ['completed', 'failed'],
  completed: [],
  failed: [],
  withdrawn: [],
} as const satisfies Record<State, readonly Move[]>;

/** Reports that a case went on; iCIMS is told by the connector. */
export function useMoveCase(onMoved?: (to: Move) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ hireId, to }: { hireId: string; to: Move }) =>
      dataOf(api.POST('/api/v1/hires/{id}/case-state', { params: { path: { id: hireId } }, body: { state: to } })),
    onSuccess: async (_hire, { to }) => {
      await Promise.all(['case', 'cases', 'case-board'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onMoved?.(to);
    },
  });
}
