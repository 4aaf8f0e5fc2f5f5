import { Failure } from '../../runtime/failure.ts';
import { errorAnswer, refusalAnswer, type Answer } from './answer.ts';

interface ValidationProblem {
  readonly status?: unknown;
  readonly errors?: readonly { readonly path?: string; readonly message?: string; readonly errorCode?: string }[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
}

/** The answer to whatever was thrown: a refusal of the platform, or a report of the validator. */
export function toAnswer(thrown: unknown): Answer {
  if (thrown instanceof Failure) return refusalAnswer(thrown);
  const { status, errors = [], headers = {}, message = '' } = thrown as ValidationProblem;
  if (typeof status !== 'number') return errorAnswer(500, 0, 'Internal error');
  const detail = errors.map(({ path = '', message: text = '' }) => `${path} ${text}`).join('; ');
  const answer = errorAnswer(status, codeOf(status, errors[0]?.errorCode), detail === '' ? message : detail);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function codeOf(status: number, errorCode = ''): number {
  if (status === 404) return 2;
  if (status >= 500) return 0;
  return errorCode.startsWith('required') ? 1 : 5;
}
