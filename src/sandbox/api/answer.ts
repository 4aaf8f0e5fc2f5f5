import { type ServerResponse } from 'node:http';
import { type Failure } from '../../runtime/failure.ts';

/** What an operation answers, before it is written. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: { readonly contentType: string; readonly data: Buffer };
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Field names for the call log. */
  readonly fieldsRead?: readonly string[];
  readonly fieldsWritten?: readonly string[];
}

/** A response that can write JSON; Express' own, or the validator's that checks it first. */
export interface JsonResponse extends ServerResponse {
  json(body: unknown): unknown;
}

/** Error answer in iCIMS' form: body and `X-Error` header say the same (iCIMS "Error Handling"). */
export function errorAnswer(status: number, code: number, detail: string, field = ''): Answer {
  const message = field === '' ? detail : `${field}: ${detail}`;
  const header = field === '' ? `${code}:${detail}` : `${code}:${field}:${detail}`;
  return {
    status,
    json: { errors: [{ errorMessage: message, errorCode: code }] },
    headers: { 'x-error': asHeader(header) },
  };
}

/** The answer to a refusal of the platform. */
export function refusalAnswer({ facts, message }: Failure): Answer {
  return errorAnswer(
    Number(facts['status'] ?? 500),
    Number(facts['errorCode'] ?? 0),
    message,
    String(facts['field'] ?? ''),
  );
}

export function writeAnswer(response: JsonResponse, answer: Answer): void {
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.json !== undefined) response.json(answer.json);
  else if (answer.bytes === undefined) response.end();
  else response.setHeader('content-type', answer.bytes.contentType).end(answer.bytes.data);
}

/** Header values may hold Latin-1 only. */
function asHeader(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
