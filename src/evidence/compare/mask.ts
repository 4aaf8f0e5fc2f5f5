const masks: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\bIMM-\d{6,12}\b/g, '<case>'],
  [/\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| UTC|[+-]\d{2}:?\d{2})?)?/g, '<time>'],
  [/\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b/g, '<date>'],
  [/\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?: UTC)?\b/g, '<time>'],
];

/** A text with times and ids replaced, so that two runs of the same product say the same. */
export function mask(text: string): string {
  return masks.reduce((masked, [pattern, word]) => masked.replace(pattern, word), text);
}
