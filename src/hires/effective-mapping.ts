import { type Mapping } from '../platforms/platform.ts';
import { withoutBrackets } from './canonical-fields.ts';
import { defaultMapping } from './default-mapping.ts';

/** The defaults and a platform's own rows. An own row replaces every default row of the same key. */
export function effectiveMapping(own: readonly Mapping[]): readonly Mapping[] {
  const keys = new Set(own.map((row) => withoutBrackets(row.to)));
  return [...own, ...defaultMapping.filter((row) => !keys.has(row.to))];
}
