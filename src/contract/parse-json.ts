import { Failure } from '../runtime/failure.ts';
import { toUtf8 } from '../runtime/to-utf8.ts';

const MAX_DEPTH = 32;
const MAX_VALUES = 10_000;

/**
 * Parses an event body strictly: UTF-8 without repair (a leading BOM is allowed), an object at the top, no key twice in
 * one object (two parsers would disagree on its value), at most 32 levels and 10,000 values in all objects and arrays.
 * Throws `invalid` INVALID_EVENT with what is wrong, never with the text itself.
 */
export function parseJson(bytes: Buffer): Record<string, unknown> {
  const text = decode(bytes);
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('must be one JSON object');
  if (keysIn(text) !== countKeys(value, 1, { values: 0 })) throw invalid('holds the same key twice in one object');
  return value as Record<string, unknown>;
}

function decode(bytes: Buffer): string {
  try {
    return toUtf8(bytes);
  } catch {
    throw invalid('must be valid UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid('must be valid JSON');
  }
}

/** How many keys a parsed value holds, at every level; an object knows each of its keys once. */
function countKeys(value: object, depth: number, seen: { values: number }): number {
  if (depth > MAX_DEPTH) throw invalid(`may be at most ${MAX_DEPTH} levels deep`);
  const names = Array.isArray(value) ? [] : Object.keys(value);
  const inside: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  seen.values += inside.length;
  if (seen.values > MAX_VALUES) throw invalid(`may hold at most ${MAX_VALUES} values`);
  let keys = names.length;
  for (const each of inside) if (typeof each === 'object' && each !== null) keys += countKeys(each, depth + 1, seen);
  return keys;
}

/** How many keys a text that is known to be JSON writes down, repeated ones too: a string is a key when a colon follows. */
function keysIn(text: string): number {
  let keys = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    const end = endOfString(text, start);
    if (isKey(text, end)) keys += 1;
    start = text.indexOf('"', end + 1);
  }
  return keys;
}

const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

/** Behind an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}

/** In JSON nothing but white space is smaller than or equal to a space. */
function isKey(text: string, end: number): boolean {
  let next = end + 1;
  while (text.charCodeAt(next) <= SPACE) next += 1;
  return text.charCodeAt(next) === COLON;
}

function invalid(what: string): Failure {
  return new Failure('invalid', 'INVALID_EVENT', `The body ${what}.`);
}
