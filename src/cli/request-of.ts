import { type AdminCaller } from '../console/admin-caller.ts';
import { Failure } from '../runtime/failure.ts';

/** What every operation of the admin API is asked with, besides its own path, query and body. */
export function requestOf(caller: AdminCaller) {
  // The contract's type for the query of an operation without one.
  const query = {} as never;
  return { path: {}, query, body: undefined, header: () => undefined, caller, address: () => 'command-line' };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The body of an operation's answer. Operations throw their failures, so another status is a defect. */
export function bodyOf<Given extends Answer, Status extends Given['status']>(
  answer: Given,
  status: Status,
): Extract<Given, { status: Status }>['body'] {
  if (answer.status === status) return answer.body;
  throw new Failure('defect', 'INTERNAL', `The operation answered ${answer.status} instead of ${status}.`);
}
