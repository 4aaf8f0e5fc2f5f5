import { type Normaliser, unusable, usable } from './normalised.ts';
import { plainText } from './plain-text.ts';

/** An e-mail address that could be delivered (RFC 5321 lengths), otherwise as written. */
export const toEmail: Normaliser = (raw) => {
  const text = plainText(raw)?.trim() ?? '';
  return isAddress(text) ? usable(text) : unusable('an e-mail address, like name@example.com');
};

function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (text.length > 254 || at < 1 || at > 64) return false;
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return !/[\s@<>(),;:\\"[\]\p{Cc}\p{Cf}]/u.test(local) && isDomain(domain);
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length >= 2 && labels.every((label) => /^[\p{L}\p{N}\p{M}-]{1,63}$/u.test(label) && !/^-|-$/.test(label))
  );
}
