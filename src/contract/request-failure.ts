import { Failure, toFailure } from '../runtime/failure.ts';

/** A body may break the contract in thousands of places; nobody reads more. */
const MAX_FAULTS = 50;

interface Fault {
  readonly path?: string;
  readonly message?: string;
}

interface FrameworkError {
  readonly status: number;
  readonly errors?: readonly Fault[];
}

/** A fault of a request, with where it is: a JSON pointer into the body, or the parameter. */
export interface RequestFault {
  readonly pointer: string;
  readonly problem: string;
}

/**
 * What the validator and the body parsers throw, as a failure that names every fault. `code` is the one for status 400.
 * The caller is told the whole sentence. Log and store get the places only: what is wrong may be a key or a value of
 * the caller's own, such as a secret in the wrong place.
 */
export class RequestFailure extends Failure {
  readonly faults: readonly RequestFault[];

  constructor(code: string, sentence: string, faults: readonly RequestFault[] = []) {
    super('invalid', code, faults.length === 0 ? sentence : placesOf(faults), { userMessage: sentence });
    this.faults = faults;
  }
}

function placesOf(faults: readonly RequestFault[]): string {
  const places = [...new Set(faults.map(placeOf))].join(', ');
  return `The request has ${countOf(faults)}, in ${places}.`;
}

/** The first step of the pointer, which the contract names; an unknown key is the caller's own word. */
function placeOf({ pointer, problem }: RequestFault): string {
  const [, first = ''] = pointer.split('/');
  return problem.includes('additional properties') && pointer.lastIndexOf('/') === 0 ? '/…' : `/${first}`;
}

/** The same failure when it is ours; the framework's as ours, without the values it quotes; anything else a defect. */
export function toRequestFailure(thrown: unknown, invalidCode: string): Failure {
  if (thrown instanceof Failure || !isFrameworkError(thrown)) return toFailure(thrown);
  if (thrown.status >= 500) return toFailure(thrown);
  const code = codeByStatus[thrown.status] ?? invalidCode;
  const faults = (thrown.errors ?? []).slice(0, MAX_FAULTS).map(toRequestFault);
  return new RequestFailure(code, sentences[code] ?? sentenceOf(faults), faults);
}

const codeByStatus: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA',
};

const sentences: Readonly<Record<string, string>> = {
  NOT_FOUND: 'There is no such operation.',
  TOO_LARGE: 'The body is larger than allowed.',
  UNSUPPORTED_MEDIA: 'Send the body in the media type that the contract names.',
};

function isFrameworkError(thrown: unknown): thrown is FrameworkError {
  return typeof thrown === 'object' && thrown !== null && 'status' in thrown && typeof thrown.status === 'number';
}

/** The validator's messages quote the schema (`must match pattern …`), never the value. */
function toRequestFault({ path = '', message = 'is not valid' }: Fault): RequestFault {
  return {
    pointer:
      path
        .replace(/^\/body(?=\/|$)/, '')
        .replace(/^\/query\//, '')
        .replace(/^\/params\//, '') || '/',
    problem: message,
  };
}

function sentenceOf(faults: readonly RequestFault[]): string {
  if (faults.length === 0) return 'The request is malformed.';
  return `The request has ${countOf(faults)}: ${faults
    .slice(0, 10)
    .map(({ pointer, problem }) => `${pointer} ${problem}`)
    .join('; ')}.`;
}

function countOf({ length }: readonly RequestFault[]): string {
  if (length === 1) return 'a fault';
  return length < MAX_FAULTS ? `${length} faults` : `${length} faults or more`;
}
