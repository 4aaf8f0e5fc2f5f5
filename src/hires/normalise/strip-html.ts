const BREAKING = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HIDDEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['hellip', '…'],
]);

/**
 * HTML as text: tags, comments, scripts and styles are gone, paragraphs are lines, entities are characters. One pass,
 * linear time. The answer is text, not safe HTML: whoever shows it escapes it.
 */
export function stripHtml(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html;
  return tidyLines(decodeEntities(withoutTags(html)));
}

function withoutTags(html: string): string {
  const kept: string[] = [];
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    if (open === -1) break;
    kept.push(html.slice(position, open));
    const end = endOfTag(html, open);
    kept.push(end === open + 1 ? '<' : gapOf(html, open));
    position = end;
  }
  return kept.join('') + html.slice(position);
}

/** Where the text goes on after the `<` at `open`. A `<` that starts no tag is text; a tag without end hides the rest. */
function endOfTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  if (!/[a-z/!?]/i.test(html.charAt(open + 1))) return open + 1;
  const end = after(html, '>', open + 1);
  const name = tagName(html, open);
  if (!HIDDEN.has(name)) return end;
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = end;
  const found = closing.exec(html);
  return found ? after(html, '>', found.index) : html.length;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function gapOf(html: string, open: number): string {
  return BREAKING.has(tagName(html, open)) ? '\n' : '';
}

function tagName(html: string, open: number): string {
  const start = html.charAt(open + 1) === '/' ? open + 2 : open + 1;
  return /^[a-z0-9]*/i.exec(html.slice(start, start + 10))?.[0].toLowerCase() ?? '';
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x?)?([0-9a-z]{1,8});/gi, (whole, number: string | undefined, name: string) => {
    if (number === undefined) return ENTITIES.get(name.toLowerCase()) ?? whole;
    return characterOf(Number.parseInt(name, number === '#' ? 10 : 16)) ?? whole;
  });
}

/** NUL and surrogates are no characters that could be stored. */
function characterOf(code: number): string | undefined {
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : undefined;
}

function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim());
  return lines.filter((line) => line !== '').join('\n');
}
