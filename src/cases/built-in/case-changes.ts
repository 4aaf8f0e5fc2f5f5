import { type CanonicalFields } from '../../hires/hire.ts';
import { type CaseChange } from './built-in-cases.ts';
import { isClosed, nextStates } from './case-state.ts';
import { type Case } from './case.ts';
import { changedFields } from './changed-fields.ts';

/** Replaces the data of a case. Null when the case is closed or holds the same already. */
export function toUpdate(found: Case, fields: CanonicalFields): CaseChange | null {
  if (isClosed(found.state)) return null;
  const changed = changedFields(found.fields, fields);
  if (changed.length === 0) return null;
  return { state: found.state, fields, entry: { what: 'updated', fields: changed } };
}

/** Withdraws a case, keeping its data. Null when the case has ended already, in whatever way. */
export function toWithdrawal(found: Case): CaseChange | null {
  if (!nextStates(found.state).includes('withdrawn')) return null;
  return { state: 'withdrawn', fields: found.fields, entry: { what: 'withdrawn', fields: [] } };
}
