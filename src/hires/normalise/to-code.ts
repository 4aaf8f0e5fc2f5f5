import { type Normaliser, unusable, usable } from './normalised.ts';
import { plainText } from './plain-text.ts';

/** Major groups of the 2018 Standard Occupational Classification (bls.gov/soc): odd numbers from 11 to 55. */
const isMajorGroup = (soc: string): boolean => Number(soc.slice(0, 2)) % 2 === 1 && soc >= '11' && soc < '56';

/** SOC code `NN-NNNN`; the `.NN` that O*NET adds is left off. */
export const toSoc: Normaliser = (raw) => {
  const text = code(raw);
  const soc = /^\d{2}-\d{4}(?:\.\d{2})?$/.test(text) ? text.slice(0, 7) : '';
  return soc !== '' && isMajorGroup(soc) ? usable(soc) : unusable('a SOC code like 15-1252');
};

/** The nine digits of a Social Security number. Which numbers were issued is for the government to say. */
export const toSsn: Normaliser = (raw) => {
  const digits = /^(\d{3})[- ]?(\d{2})[- ]?(\d{4})$/.exec(code(raw));
  return digits ? usable(digits.slice(1).join('')) : unusable('a Social Security number of nine digits');
};

/** The nine digits of an A-number, older and shorter ones padded (uscis.gov glossary, "A-Number"). */
export const toANumber: Normaliser = (raw) => {
  const digits = /^(?:A[- ]?)?(\d{7,9})$/i.exec(code(raw))?.[1];
  return digits ? usable(digits.padStart(9, '0')) : unusable('an A-number like A012345678');
};

/** Eleven characters; since May 2019 the tenth is a letter (CBP, I-94 numbers). */
export const toI94: Normaliser = (raw) => {
  const text = code(raw).toUpperCase();
  return /^\d{9}[A-Z0-9]\d$/.test(text) ? usable(text) : unusable('an I-94 number of 11 characters, like 123456789A1');
};

/** Three letters and ten digits, or `None`. */
export const toReceipt: Normaliser = (raw) => {
  const text = code(raw).replaceAll('-', '').toUpperCase();
  if (text === 'NONE') return usable('None');
  return /^[A-Z]{3}\d{10}$/.test(text) ? usable(text) : unusable('a receipt number like WAC2190012345, or None');
};

/** Number of a Department of Labor case: `I-200-YYDDD-NNNNNN` for an LCA, `G-100-…` or `P-100-…` for PERM. */
export const toDolNumber: Normaliser = (raw) => {
  const text = code(raw).toUpperCase();
  const matches = /^[A-Z]-\d{3}-\d{5}-\d{6}$/.test(text);
  return matches ? usable(text) : unusable('a Department of Labor number like I-200-31123-123456');
};

/** `NNNNN` or `NNNNN-NNNN`. */
export const toZip: Normaliser = (raw) => {
  const digits = /^(\d{5})(?:[- ]?(\d{4}))?$/.exec(code(raw));
  if (!digits) return unusable('a ZIP code of 5 or 9 digits');
  return usable(digits.slice(1).filter(Boolean).join('-'));
};

export const toFein: Normaliser = (raw) => {
  const digits = /^(\d{2})-?(\d{7})$/.exec(code(raw));
  return digits ? usable(digits.slice(1).join('')) : unusable('a FEIN of nine digits, like 00-1234567');
};

export const toNaics: Normaliser = (raw) => {
  const text = code(raw);
  return /^\d{6}$/.test(text) ? usable(text) : unusable('a NAICS code of six digits');
};

function code(raw: unknown): string {
  const text = plainText(raw)?.trim() ?? '';
  return text.length > 40 ? '' : text;
}
