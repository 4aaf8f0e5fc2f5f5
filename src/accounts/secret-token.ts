import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A random secret of 256 bits for a link, a session or a key. Only its hash is kept. */
export function newToken(prefix = ''): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Known to whoever holds the session, computed by us from it: nothing more to keep (OWASP, signed double submit). */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const RECOVERY_CODES = 10;

/** Ten codes of some 49 bits, each good for one sign-in without the authenticator app. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from(randomBytes(10), (byte) => ALPHABET[byte % ALPHABET.length] ?? 'a').join('');
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
}

/** However it was typed. */
export function hashRecoveryCode(code: string): Buffer {
  return hashToken(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
