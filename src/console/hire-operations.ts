import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { type HireStory } from './reading-store.ts';
import { visible } from './authorize.ts';
import { show } from './show.ts';

type HireOperations = Pick<operations, 'retryHire' | 'reportCaseState'>;
type HireBody = HireOperations['retryHire']['responses'][202]['content']['application/json'];

/** What an operator does with one hire. */
export function hireOperations(parts: OperatorParts): Handlers<HireOperations, AdminCaller> {
  return {
    retryHire: async ({ path: { id }, caller }) => {
      const right = 'hires.retry';
      const hire = visible(await parts.reading.getHire(id), { caller, right, name: 'hire' });
      if (hire.state === 'parked' && parts.isServed(hire.customerId) === undefined)
        throw conflict('The platform of this hire is no longer served.');
      if (hire.state === 'parked') await parts.control.releaseHire(id, caller.name);
      else if (hire.nextAttemptAt === null) throw conflict(`This hire is ${hire.state}; there is nothing to retry.`);
      return { status: 202, body: await shownHire(id, parts) };
    },
    reportCaseState: async ({ path: { id }, body, caller }) => {
      visible(await parts.reading.getHire(id), { caller, right: 'cases.write', name: 'hire' });
      await parts.control.reportCaseState({ id, state: body.state, actor: caller.name, at: parts.clock() });
      return { status: 202, body: await shownHire(id, parts) };
    },
  };
}

async function find(id: string, { reading }: OperatorParts): Promise<HireStory> {
  const hire = await reading.getHire(id);
  if (hire === undefined) throw new Failure('invalid', 'NOT_FOUND', 'There is no such hire.');
  return hire;
}

/** Without the fields: these answers are not for reading about a person. */
async function shownHire(id: string, parts: OperatorParts): Promise<HireBody> {
  const { fields, attemptLog, trace, ...hire } = await find(id, parts);
  return show(hire);
}

function conflict(sentence: string): Failure {
  return new Failure('invalid', 'CONFLICT', sentence);
}
