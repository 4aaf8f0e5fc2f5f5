import { isRecord } from '../../runtime/is-record.ts';

/**
 * The text of a value in any of the shapes that iCIMS answers: text, number, list node, link (iCIMS REST API, Field
 * Types). Undefined when there is none, or when it could not be stored intact: NUL and lone surrogates are refused.
 */
export function plainText(raw: unknown): string | undefined {
  const text = textOf(raw);
  return text !== undefined && text.isWellFormed() && !text.includes('\0') ? text : undefined;
}

/** An own property of an object, else undefined. Never a property of a prototype, even under a hostile name. */
export function ownValue(raw: unknown, name: string): unknown {
  return isRecord(raw) && Object.hasOwn(raw, name) ? raw[name] : undefined;
}

/** True for what iCIMS leaves out or may as well have: null, blank text, an empty list, a node without content. */
export function isEmpty(raw: unknown): boolean {
  if (typeof raw === 'string') return raw.trim() === '';
  if (Array.isArray(raw)) return raw.every(isBlank);
  if (isRecord(raw)) return Object.values(raw).every(isBlank);
  return raw === undefined || raw === null;
}

function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
}

function textOf(raw: unknown): string | undefined {
  if (isRecord(raw)) return scalarText(ownValue(raw, 'value')) ?? scalarText(ownValue(raw, 'formattedvalue'));
  return scalarText(raw);
}

function scalarText(raw: unknown): string | undefined {
  if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
  return typeof raw === 'string' && raw.trim() !== '' ? raw : undefined;
}
