import { keepSecrets, maskSecrets, MASK } from './platform-secrets.ts';
import { type PlatformDocument } from './platform.ts';

/**
 * An earlier version as a new one. Secrets of today stay: those that iCIMS uses towards us altogether, so that nothing that
 * was revoked comes back, and every other one whose user and host are the same. Whether the platform is enabled stays too.
 */
export function revertedDocument(earlier: PlatformDocument, today: PlatformDocument): PlatformDocument {
  const wanted = { ...earlier, inbound: today.inbound, enabled: today.enabled };
  const masked = { ...maskSecrets(wanted), inbound: today.inbound };
  const { document } = keepSecrets(masked, today);
  return fillFrom(document, earlier) as PlatformDocument;
}

/** Another user or host than today's: its secret is the one it had. */
function fillFrom(value: unknown, earlier: unknown): unknown {
  if (value === MASK) return earlier;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((item, index) => fillFrom(item, (earlier as unknown[] | undefined)?.[index]));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      fillFrom(inner, (earlier as Record<string, unknown> | undefined)?.[key]),
    ]),
  );
}
