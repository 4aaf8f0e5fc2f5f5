import { Failure } from '../runtime/failure.ts';
import { type Person } from './account.ts';
import { isCommonPassword } from './common-passwords.ts';

/** What this installation is called in its pages, its mails and its documents. */
const PRODUCT = 'iCIMS immigration connector';
/** So many characters around a known password make it no other one. */
const PADDING = 6;
const LEAST_WORD = 3;
const LEAST_UNIT = 5;

const padded = new RegExp(`^[^\\p{L}]{0,${PADDING}}(\\p{L}(?:.*\\p{L})?)[^\\p{L}]{0,${PADDING}}$`, 'su');

/**
 * Refuses what is tried first: passwords that many people use, those made of the person's name or address or the product's
 * name, and either with a few signs around it. The whole password is compared, never a part (NIST SP 800-63B-4, section
 * 3.1.1.2), so that long ones may hold such words.
 *
 * @throws Failure INVALID_REQUEST.
 */
export async function refuseGuessable(password: string, person: Pick<Person, 'email' | 'name'>): Promise<void> {
  const typed = inOneForm(password);
  const left = withoutWords(typed, wordsOf(PRODUCT, person.email, person.name));
  if (left.length <= PADDING)
    throw refused('This password is made of your name, your address or the name of this product. Choose another one.');
  if (isRepeated(typed) || (await isCommonPassword([...variantsOf(typed), ...variantsOf(left)])))
    throw refused(
      'This password is one of the first to be guessed: many people use it, or it with a few signs added. Choose another one, such as several words that nobody else would put together.',
    );
}

function inOneForm(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The longest first, so that no part of one stays behind. */
function wordsOf(...texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => inOneForm(text).split(/[^\p{L}\p{M}\p{N}]+/u));
  return words.filter((word) => word.length >= LEAST_WORD).sort((one, other) => other.length - one.length);
}

function withoutWords(typed: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), typed);
}

function isRepeated(typed: string): boolean {
  const unit = unitOf(typed);
  return unit !== undefined && unit.length < LEAST_UNIT;
}

/** What a password repeats from its first to its last character. */
function unitOf(typed: string): string | undefined {
  return /^(.+?)\1+$/su.exec(typed)?.[1];
}

/** The password, what is inside its padding, what it repeats, and each without spaces and signs. */
function variantsOf(typed: string): string[] {
  const whole = [typed, padded.exec(typed)?.[1] ?? '', unitOf(typed) ?? ''];
  return [...whole, ...whole.map((text) => text.replace(/[^\p{L}\p{N}]/gu, ''))];
}

function refused(sentence: string): Failure {
  return new Failure('invalid', 'INVALID_REQUEST', sentence);
}
