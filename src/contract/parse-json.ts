import { Failure } from '../runtime/failure.ts';

const MAX_DEPTH = 32;
const MAX_KEYS = 10_000;

/**
 * Parses an event body strictly: UTF-8 without repair (a leading BOM is allowed), an object at the top, no key twice in
 * one object (two parsers would disagree on its value), at most 32 levels and 10,000 keys.
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
interface Shape {
  readonly open: (Set<string> | null)[];
  keys: number;
}

/** One pass over text that is known to be JSON. */
function requireModestShape(text: string): void {
  const shape: Shape = { open: [], keys: 0 };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = passString(text, at, shape);
    else if (sign === '{') enter(new Set(), shape);
    else if (sign === '[') enter(null, shape);
    else if (sign === '}' || sign === ']') shape.open.pop();
  }
}

function enter(names: Set<string> | null, { open }: Shape): void {
  if (open.push(names) > MAX_DEPTH) throw invalid(`may be at most ${MAX_DEPTH} levels deep`);
}

/** Notes the string when it is a key; answers where it ends. */
function passString(text: string, start: number, shape: Shape): number {
  const end = endOfString(text, start);
  const names = shape.open.at(-1);
  if (names && isKey(text, end)) {
    shape.keys += 1;
    if (shape.keys > MAX_KEYS) throw invalid(`may hold at most ${MAX_KEYS} keys`);
    addKey(names, text.slice(start, end + 1));
  }
  return end;
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
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
