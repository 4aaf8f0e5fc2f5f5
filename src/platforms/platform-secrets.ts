import { asList, type PlatformDocument } from './platform.ts';

/** How a secret reads from outside. Sent back, it keeps the stored one. */
export const MASK = '***';

/** The keys of the document that hold secrets, wherever they stand. */
const secretKeys = new Set(['clientSecret', 'password', 'key', 'secret']);

/** What names the holder of a secret among others: a sent-back mask finds its stored value by it. */
const holderKeys = ['clientId', 'username', 'user', 'url', 'type'];

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The document as it may be shown: every secret masked. */
export function maskSecrets(document: PlatformDocument): PlatformDocument {
  return mapSecrets(document as Json, () => MASK) as unknown as PlatformDocument;
}

/**
 * The document with every mask replaced by the secret that the stored one holds for the same holder (user, client id)
 * in the same place. Answers the JSON pointers of masks for which nothing is stored.
 */
export function keepSecrets(
  sent: PlatformDocument,
  stored: PlatformDocument | undefined,
): { document: PlatformDocument; unknown: string[] } {
  const unknown: string[] = [];
  const known = new Map<string, string>();
  if (stored !== undefined) mapSecrets(stored as Json, (value, holder) => (known.set(holder, value), value));
  const document = mapSecrets(sent as Json, (value, holder, pointer) => {
    if (value !== MASK) return value;
    const kept = known.get(holder);
    if (kept === undefined) unknown.push(pointer);
    return kept ?? value;
  });
  return { document: document as unknown as PlatformDocument, unknown };
}

/** The names of the credentials whose secret differs: for the audit entry, which never holds a value. */
export function changedSecrets(before: PlatformDocument | undefined, after: PlatformDocument): string[] {
  const known = new Map<string, string>();
  if (before !== undefined) mapSecrets(before as Json, (value, holder) => (known.set(holder, value), value));
  const changed: string[] = [];
  mapSecrets(after as Json, (value, holder, pointer) => {
    if (known.get(holder) !== value) changed.push(pointer);
    return value;
  });
  return changed;
}

type OnSecret = (value: string, holder: string, pointer: string) => string;

function mapSecrets(value: Json, onSecret: OnSecret, path = '', holderPath = ''): Json {
  if (Array.isArray(value))
    return (value as Json[]).map((item, index) => mapSecrets(item, onSecret, `${path}/${index}`, holderPath));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, Json>>;
  const holder = holderKeys.map((key) => (typeof fields[key] === 'string' ? fields[key] : '')).join('\n');
  return Object.fromEntries(
    Object.entries(fields).map(([key, inner]) => [
      key,
      secretKeys.has(key) && typeof inner === 'string'
        ? onSecret(inner, `${holderPath}/${key}\n${holder}`, `${path}/${key}`)
        : mapSecrets(inner, onSecret, `${path}/${key}`, `${holderPath}/${key}`),
    ]),
  );
}

/** How many ways iCIMS may authenticate towards us on this platform. */
export function countInbound({ inbound }: PlatformDocument): number {
  return asList(inbound.basic).length + asList(inbound.hmac).length + asList(inbound.oauth2).length;
}
