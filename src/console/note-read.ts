import { type CanonicalFields } from '../hires/hire.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { maskFields, readsUnmasked } from './mask-fields.ts';

interface ReadNote {
  readonly caller: AdminCaller;
  readonly action: 'hire.read' | 'hires.searched' | 'case.read';
  readonly customerId: string | null;
  readonly subject: string | null;
}

/** Audits that somebody looked at a person's data. */
export function noteRead(
  { audit, clock }: OperatorParts,
  { caller, action, customerId, subject }: ReadNote,
): Promise<void> {
  return audit.write({ at: clock(), actor: caller.name, action, customerId, subject, detail: {} });
}

/** What is personal is masked, but for scripts of the operator. */
export function shownTo<Story extends { readonly fields: CanonicalFields | null }>(
  caller: AdminCaller,
  story: Story,
): Story {
  const { fields } = story;
  if (fields === null || readsUnmasked(caller.grants, caller.session !== undefined)) return story;
  return { ...story, fields: maskFields(fields) };
}
