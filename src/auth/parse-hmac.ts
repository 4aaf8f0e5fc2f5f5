import { toText } from './to-text.ts';

/** What stands behind `x-icims-v1-hmac-sha256`. */
interface HmacCredentials {
  readonly user: string;
  /** Lower case, each once. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** iCIMS gives 64 lower-case digits; one spelling only, so that a signature cannot be sent again in another. */
const SIGNATURE = /^[0-9a-f]{64}$/;
const HEADER_NAME = /^[a-z0-9_.-]+$/;

/**
 * Reads `user=…,signedheaders=h1;h2,signature=<hex>`. Order, spaces around commas and equal signs, quotes and the case
 * of keys and header names are free: iCIMS sends no spaces, public clients do. Parameters that iCIMS does not name are
 * passed over. Undefined when one of the three is absent, given twice or unusable.
 */
export function parseHmac(credentials: string): HmacCredentials | undefined {
  const parameters = parseParameters(credentials);
  const user = parameters?.get('user');
  const signature = parameters?.get('signature');
  const signedHeaders = parseHeaderNames(parameters?.get('signedheaders'));
  if (!user || !signature || !signedHeaders || !SIGNATURE.test(signature)) return undefined;
  return { user: toText(Buffer.from(user, 'latin1')), signedHeaders, signature };
}

function parseParameters(text: string): ReadonlyMap<string, string> | undefined {
  const parameters = text.split(',').map(parseParameter);
  const byKey = new Map(parameters);
  return byKey.size === parameters.length ? byKey : undefined;
}

function parseParameter(text: string): [key: string, value: string] {
  const equals = text.indexOf('=');
  if (equals < 0) return [text, ''];
  return [text.slice(0, equals).trim().toLowerCase(), withoutQuotes(text.slice(equals + 1).trim())];
}

function withoutQuotes(value: string): string {
  const quoted = value.length >= 2 && value.startsWith('"') && value.endsWith('"');
  return quoted ? value.slice(1, -1) : value;
}

function parseHeaderNames(list = ''): readonly string[] | undefined {
  const names = list.split(';').map((name) => name.trim().toLowerCase());
  const usable = names.every((name) => HEADER_NAME.test(name)) && new Set(names).size === names.length;
  return usable ? names : undefined;
}
