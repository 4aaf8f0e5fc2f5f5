import { asList, type PlatformDocument } from './platform.ts';

/** How a secret reads from outside. Sent back, it keeps the stored one. */
export const MASK = '***';

/** Where a document holds secrets; positions in lists are left out. The same words elsewhere are labels of iCIMS. */
const secretPlaces = new Set([
  '/icims/auth/clientSecret',
  '/icims/auth/key',
  '/icims/auth/password',
  '/inbound/basic/password',
  '/inbound/hmac/key',
  '/inbound/oauth2/clientSecret',
  '/caseSystem/secret',
]);

/** What names the holder of a secret among others: a sent-back mask finds its stored value by it. */
const holderKeys = ['clientId', 'username', 'user', 'url', 'type'];

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The document as it may be shown: every secret masked. One that is not set yet reads empty. */
export function maskSecrets(document: PlatformDocument): PlatformDocument {
  return mapSecrets(document as Json, (value) => (value === '' ? '' : MASK)) as unknown as PlatformDocument;
}

/**
 * The document with every mask replaced by the secret that the stored one holds for the same holder (user, client id)
 * in the same place, to be sent to the same hosts; the n-th mask of a holder takes its n-th secret. Answers the JSON
 * pointers of masks for which nothing is stored.
 */
export function keepSecrets(
  sent: PlatformDocument,
  stored: PlatformDocument | undefined,
): { document: PlatformDocument; unknown: string[] } {
  const unknown: string[] = [];
  const known = secretsByHolder(stored);
  const document = mapSecrets(sent as Json, (value, { holder, pointer }) => {
    if (value !== MASK) return value;
    const kept = known.get(holder)?.shift();
    if (kept === undefined) unknown.push(pointer);
    return kept ?? value;
  });
  return { document: document as unknown as PlatformDocument, unknown };
}

/** The names of the credentials whose secret differs: for the audit entry, which never holds a value. */
export function changedSecrets(before: PlatformDocument | undefined, after: PlatformDocument): string[] {
  const known = secretsByHolder(before);
  const changed: string[] = [];
  mapSecrets(after as Json, (value, { holder, pointer }) => {
    if (known.get(holder)?.shift() !== value) changed.push(pointer);
    return value;
  });
  return changed;
}

/** Every secret that is set, with the JSON pointer to it. For comparing only: never to be shown, kept or logged. */
export function secretsIn(document: PlatformDocument | undefined): readonly { pointer: string; value: string }[] {
  const found: { pointer: string; value: string }[] = [];
  if (document === undefined) return found;
  mapSecrets(document as Json, (value, { pointer }) => {
    if (value !== '') found.push({ pointer, value });
    return value;
  });
  return found;
}

/** The secrets of each holder, in the order of the document. */
function secretsByHolder(document: PlatformDocument | undefined): Map<string, string[]> {
  const known = new Map<string, string[]>();
  if (document === undefined) return known;
  mapSecrets(document as Json, (value, { holder }) => {
    const ofHolder = known.get(holder);
    if (ofHolder === undefined) known.set(holder, [value]);
    else ofHolder.push(value);
    return value;
  });
  return known;
}

/** Where a secret stands: whose it is, and the JSON pointer to it. */
interface SecretPlace {
  readonly holder: string;
  readonly pointer: string;
}

type OnSecret = (value: string, place: SecretPlace) => string;

function mapSecrets(document: Json, onSecret: OnSecret): Json {
  const hosts = hostsOf(document);
  const visit = (value: Json, pointer: string, place: string): Json => {
    if (isList(value)) return value.map((item, index) => visit(item, `${pointer}/${index}`, place));
    if (typeof value !== 'object' || value === null) return value;
    const names = holderKeys.map((key) => value[key] ?? null);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const at = `${place}/${key}`;
        if (!secretPlaces.has(at) || typeof inner !== 'string')
          return [key, visit(inner, `${pointer}/${key}`, at)] as const;
        const holder = JSON.stringify([at, names, at.startsWith('/icims/') ? hosts : null]);
        return [key, onSecret(inner, { holder, pointer: `${pointer}/${key}` })] as const;
      }),
    );
  };
  return visit(document, '', '');
}

/** Where our credential of iCIMS is sent: with another host it is another credential, whose secret must be told. */
function hostsOf(document: Json): Json {
  const icims = fieldOf(document, 'icims');
  const urls = [fieldOf(icims, 'apiBaseUrl'), fieldOf(fieldOf(icims, 'auth'), 'tokenUrl')];
  return urls.map((url) => (typeof url === 'string' ? (URL.parse(url)?.origin ?? url) : null));
}

function fieldOf(value: Json, key: string): Json {
  return typeof value === 'object' && value !== null && !isList(value) ? (value[key] ?? null) : null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** How many ways iCIMS may authenticate towards us on this platform. */
export function countInbound({ inbound }: PlatformDocument): number {
  return asList(inbound.basic).length + asList(inbound.hmac).length + asList(inbound.oauth2).length;
}
