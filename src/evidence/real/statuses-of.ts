import { type PlatformDocument } from '../contract-types.ts';

type Action = PlatformDocument['triggers'][number]['action'];

/** The status ids that trigger an action, as the platform document names them. */
export function statusesOf({ triggers }: Pick<PlatformDocument, 'triggers'>, action: Action): readonly string[] {
  return triggers.filter((trigger) => trigger.action === action).flatMap(({ newStatus }) => newStatus);
}

/** Events carry the id without its leading letter. */
export function isStatus(ids: readonly string[], status: string | null): boolean {
  return status !== null && ids.some((id) => bare(id) === bare(status));
}

function bare(id: string): string {
  return id.replace(/^[A-Za-z]/, '');
}
