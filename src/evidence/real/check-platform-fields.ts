import { type Finding } from '../verdict/finding.ts';
import { type RealFacts } from './real-facts.ts';

/** Filled by the package and by the connector itself, not by a field of the candidate. */
const NOT_MAPPED = new Set(['case.category']);

/**
 * The log of a real iCIMS is not open to us. What the connector itself tells is compared: every listed field is visible to
 * the API user, and every key that a hire holds is filled by a listed field.
 */
export function checkPlatformFields({ fields, connectionTest, cases }: RealFacts): Finding {
  const reads = fields.filter(({ access }) => access === 'read').length;
  const listed = new Set(fields.flatMap(({ why }) => why));
  const held = new Set(Object.values(cases).flatMap(({ hire }) => hire?.filledKeys ?? []));
  const unlisted = [...held].filter((key) => !listed.has(key) && !NOT_MAPPED.has(key));
  const hidden = connectionTest.checks.filter(({ ok }) => !ok);
  return {
    answer: `${reads} fields Read Only, ${fields.length - reads} Read/Write; all are visible to the API user, and the ${held.size} keys that the hires of this run hold come from listed fields. The platform's own log is not open to the connector`,
    problems: [
      ...hidden.map(({ name, sentence }) => `fields: ${name}: ${sentence}`),
      ...unlisted.map((key) => `fields: a hire holds ${key}, but no listed field fills it`),
      ...(held.size === 0 ? ['fields: no hire was taken to compare with'] : []),
    ],
  };
}
