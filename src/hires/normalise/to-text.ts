import { stripHtml } from './strip-html.ts';
import { type Normalised, type Normaliser, unusable, usable, type Want } from './normalised.ts';
import { plainText } from './plain-text.ts';

const LONGEST_TEXT = 2000;
const LONGEST_NAME = 500;
const LONGEST_RICH_TEXT = 50_000;

/** Text kept byte for byte. A text that is too long is refused, never cut. */
export const toText: Normaliser = (raw, want) => bounded(plainText(raw), LONGEST_TEXT, want);

/** A name kept byte for byte, in any script, with its apostrophes and directional marks. */
export const toName: Normaliser = (raw, want) => bounded(plainText(raw), LONGEST_NAME, want);

/** Text without the HTML that iCIMS allows in its HTML fields. */
export const toRichText: Normaliser = (raw, want) => {
  const text = plainText(raw);
  if (text === undefined || text.length > 4 * LONGEST_RICH_TEXT) return bounded(text, LONGEST_RICH_TEXT, want);
  const stripped = stripHtml(text);
  return stripped === '' ? usable(null) : bounded(stripped, LONGEST_RICH_TEXT, want);
};

/** True when the text has more characters (code points) than that. */
export function isLongerThan(text: string, characters: number): boolean {
  if (text.length <= characters) return false;
  return text.length > 2 * characters || Array.from(text).length > characters;
}

function bounded(text: string | undefined, longest: number, { field }: Want): Normalised {
  const limit = field.maxLength ?? longest;
  if (text === undefined) return unusable('plain text');
  return isLongerThan(text, limit) ? unusable(`at most ${limit} characters long`) : usable(text);
}
