import { Failure } from '../../runtime/failure.ts';
import { type CaseOrder, type CaseReceipt, type CaseSystem } from '../case-system.ts';
import { type BuiltInCases, type CaseKey, type CaseOpening } from './built-in-cases.ts';
import { toUpdate, toWithdrawal } from './case-changes.ts';
import { isClosed } from './case-state.ts';
import { type Case } from './case.ts';

export interface BuiltInParts {
  readonly cases: BuiltInCases;
  /** Base of the links that leave the system, without a path: `https://connector.example.com`. */
  readonly publicUrl: string;
}

/**
 * The case system that keeps its cases in our own store. The receipt's `caseId` is the case number, its `caseUrl` the
 * case's page in the console. Throws what the store throws, and `rejected` CASE_NOT_FOUND for an update without a case.
 */
export function createBuiltInCaseSystem({ cases, publicUrl }: BuiltInParts): CaseSystem {
  const consoleUrl = `${publicUrl.replace(/\/+$/, '')}/console/cases`;
  return {
    open: async (order) => toReceipt(await cases.open(toOpening(order)), consoleUrl),
    update: async (order) => {
      const found = await cases.change(toKey(order), (current) => toUpdate(current, order.fields));
      if (found === null) throw notFound(order);
    },
    withdraw: (order) => withdraw(cases, order),
  };
}

/** A hire without a case gets one that begins withdrawn: an `open` still on its way then finds that, and opens nothing. */
async function withdraw(cases: BuiltInCases, order: CaseOrder): Promise<void> {
  if ((await cases.change(toKey(order), toWithdrawal)) !== null) return;
  const kept = await cases.open({ ...toOpening(order), state: 'withdrawn', fields: {} });
  if (!isClosed(kept.state)) await cases.change(toKey(order), toWithdrawal);
}

function toKey({ hire }: CaseOrder): CaseKey {
  return { customerId: hire.customerId, hireId: hire.id };
}

function toOpening(order: CaseOrder): CaseOpening {
  return { ...toKey(order), visaCategory: order.hire.visaCategory, state: 'open', fields: order.fields };
}

function toReceipt({ number }: Case, consoleUrl: string): CaseReceipt {
  return { caseId: number, caseUrl: `${consoleUrl}/${number}` };
}

function notFound({ hire }: CaseOrder): Failure {
  return new Failure('rejected', 'CASE_NOT_FOUND', 'The hire has no case in the built-in case system to update.', {
    facts: { hireId: hire.id },
  });
}
