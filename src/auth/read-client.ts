import { splitAuthorization } from './authorization.ts';
import { parseBasic } from './parse-basic.ts';

export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A token request, already split from its transport. */
export interface TokenRequest {
  readonly authorization: string | undefined;
  /** The form or JSON body, parsed. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The readings of a token request's client id and secret, from its Basic header or its body (RFC 6749 §2.3.1). The
 * header has two readings when it looks form-encoded: many clients leave the encoding out. Empty when there is none;
 * undefined when header and body name different ones.
 */
export function readClient({ authorization, body = {} }: TokenRequest): readonly ClientCredentials[] | undefined {
  const clientId = textOf(body['client_id']);
  const clientSecret = textOf(body['client_secret']);
  const inHeader = readHeader(authorization);
  if (inHeader.length === 0) return clientId && clientSecret ? [{ clientId, clientSecret }] : [];
  const agreeing = inHeader.filter(
    (reading) => agrees(clientId, reading.clientId) && agrees(clientSecret, reading.clientSecret),
  );
  return agreeing.length > 0 ? agreeing : undefined;
}

/** A parameter without a value counts as left out (RFC 6749 §3.2). */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function agrees(inBody: string | undefined, inHeader: string): boolean {
  return inBody === undefined || inBody === inHeader;
}

function readHeader(value = ''): readonly ClientCredentials[] {
  const authorization = splitAuthorization(value);
  const basic = authorization?.scheme === 'basic' ? parseBasic(authorization.credentials) : undefined;
  if (basic === undefined) return [];
  const plain = { clientId: basic.username, clientSecret: basic.password };
  const decoded = { clientId: formDecode(basic.username), clientSecret: formDecode(basic.password) };
  const isSame = plain.clientId === decoded.clientId && plain.clientSecret === decoded.clientSecret;
  return isSame ? [plain] : [plain, decoded];
}

function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
