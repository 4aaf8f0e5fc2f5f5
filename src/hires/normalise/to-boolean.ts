import { fold } from './fold.ts';
import { type Normaliser, unusable, usable } from './normalised.ts';
import { plainText } from './plain-text.ts';

const YES = new Set(['yes', 'y', 'true', '1']);
const NO = new Set(['no', 'n', 'false', '0']);

/** True or false, from a JSON boolean, a yes/no list node, or text. */
export const toBoolean: Normaliser = (raw) => {
  if (typeof raw === 'boolean') return usable(raw);
  const text = plainText(raw);
  const answer = text === undefined || text.length > 20 ? '' : fold(text);
  if (YES.has(answer)) return usable(true);
  return NO.has(answer) ? usable(false) : unusable('Yes or No');
};
