import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js';
import { type Normaliser, unusable, usable } from './normalised.ts';
import { plainText } from './plain-text.ts';

/** E.164, read as a US number when it names no country. An extension is a value of its own: see `toPhoneExtension`. */
export const toPhone: Normaliser = (raw) => {
  const phone = phoneNumber(raw);
  return phone ? usable(phone.number) : unusable('a phone number with area code, like +1 212 555 0123');
};

/** The digits of an extension, alone or at the end of a phone number; null for a number that has none. */
export const toPhoneExtension: Normaliser = (raw) => {
  const text = plainText(raw)?.trim() ?? '';
  const digits = /^(?:x|ext\.?)? ?([0-9]{1,7})$/i.exec(text)?.[1];
  if (digits !== undefined) return usable(digits);
  const isWholeNumber = text.replace(/[^0-9]/g, '').length > 7;
  return isWholeNumber ? usable(extensionIn(text)) : unusable('the digits of a phone extension');
};

function extensionIn(text: string): string | null {
  return /[a-z#;]/i.test(text) ? (phoneNumber(text)?.ext ?? null) : null;
}

function phoneNumber(raw: unknown): PhoneNumber | undefined {
  const text = plainText(raw)?.trim() ?? '';
  if (text.length < 5 || text.length > 60) return undefined;
  const phone = parsePhoneNumberFromString(text, 'US');
  return phone?.isValid() ? phone : undefined;
}
