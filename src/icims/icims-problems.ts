import * as z from 'zod';
import { headerValue, type HttpHeaders, headerValues } from '../runtime/http-answer.ts';

/** A problem that iCIMS named. Its text is left out: it may quote a value of the profile. */
export interface IcimsProblem {
  /** iCIMS' error code: a number in decimal. */
  readonly code: string;
  /** Field id, when iCIMS named one in its place. */
  readonly field: string | null;
}

const BodyErrors = z.looseObject({
  errors: z.array(z.looseObject({ errorCode: z.union([z.int(), z.string().regex(/^[0-9]{1,6}$/)]) })),
});

/**
 * The problems of an answer, from its `X-Error` headers, or from `errors` in the body when there are none: iCIMS
 * repeats the same problems in both (iCIMS "Error Handling"). Codes come as number or string.
 */
export function readErrors(headers: HttpHeaders, body: unknown): readonly IcimsProblem[] {
  const told = readHeader(headers, 'x-error');
  if (told.length > 0) return told;
  const parsed = BodyErrors.safeParse(body);
  return parsed.success ? parsed.data.errors.map(({ errorCode }) => ({ code: String(errorCode), field: null })) : [];
}

/** The parts of a write that had no effect, from the `X-Warning` headers. */
export function readWarnings(headers: HttpHeaders): readonly IcimsProblem[] {
  return readHeader(headers, 'x-warning');
}

/** `1 on firstname, 5`: for a sentence or a log line. */
export function describeProblems(problems: readonly IcimsProblem[]): string {
  return problems.map(({ code, field }) => (field === null ? code : `${code} on ${field}`)).join(', ');
}

/** The GUID by which iCIMS' support finds the call; undefined when absent or not of that form. */
export function transactionOf(headers: HttpHeaders): string | undefined {
  const value = headerValue(headers, 'x-transaction');
  return value !== undefined && /^[A-Za-z0-9._-]{1,64}$/.test(value) ? value : undefined;
}

/** `<code>:<detail>` or `<code>:<field id>:<detail>`, one header each. */
function readHeader(headers: HttpHeaders, name: string): readonly IcimsProblem[] {
  return headerValues(headers, name).flatMap((text) => {
    const [code = '', second = '', ...rest] = text.split(':', 3).map((part) => part.trim());
    if (!/^[0-9]{1,6}$/.test(code)) return [];
    const named = rest.length > 0 && /^[A-Za-z][A-Za-z0-9_.]{0,63}$/.test(second);
    return [{ code, field: named ? second : null }];
  });
}
