import { Failure } from '../runtime/failure.ts';

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
  requireModestShape(text);
  return value as Record<string, unknown>;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
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

/** What is open at a place in the text: the keys of each object so far, null for an array. */
type Open = (Set<string> | null)[];

/** One pass over text that is known to be JSON. */
function requireModestShape(text: string): void {
  const open: Open = [];
  // The first value of an object or array follows its bracket, every other one a comma.
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = passString(text, at, open);
    else if (sign === ',') values += 1;
    else if (isOpening(sign)) values += enter(sign, open);
    else if (sign === '}' || sign === ']') open.pop();
    if (values > MAX_VALUES) throw invalid(`may hold at most ${MAX_VALUES} values`);
  }
}

function isOpening(sign: string | undefined): sign is '{' | '[' {
  return sign === '{' || sign === '[';
}

/** Answers how many values that makes. */
function enter(sign: '{' | '[', open: Open): 1 {
  if (open.push(sign === '{' ? new Set() : null) > MAX_DEPTH) throw invalid(`may be at most ${MAX_DEPTH} levels deep`);
  return 1;
}

/** Notes the string when it is a key; answers where it ends. */
function passString(text: string, start: number, open: Open): number {
  const end = endOfString(text, start);
  const names = open.at(-1);
  if (names && isKey(text, end)) addKey(names, text.slice(start, end + 1));
  return end;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

/** Behind an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

/** A string is a key when a colon follows it. */
function isKey(text: string, end: number): boolean {
  let next = end + 1;
  while (' \t\r\n'.includes(text[next] ?? ':')) next += 1;
  return text[next] === ':';
}

function addKey(names: Set<string>, quoted: string): void {
  const name = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (names.has(name)) throw invalid('holds the same key twice in one object');
  names.add(name);
}

function invalid(what: string): Failure {
  return new Failure('invalid', 'INVALID_EVENT', `The body ${what}.`);
}
