/**
 * Text reduced to what two spellings share, for comparing only: case, accents, punctuation and spacing are gone.
 * Independent of the machine's language; `İ`, `I`, `ı` and `i` are one letter, so a Turkish keyboard does no harm.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('&', ' and ')
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
