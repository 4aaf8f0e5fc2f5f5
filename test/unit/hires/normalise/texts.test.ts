import { describe, expect, it } from '@jest/globals';
import { stripHtml } from '../../../../src/hires/normalise/strip-html.ts';
import { as, valueAs } from './want.ts';

const NAMES = [
  'Madonna',
  'O’Brien',
  "D'Angelo",
  'van der Berg ',
  ' Lee',
  '李小龍',
  'محمد',
  'İpek Işık',
  'Zoe\u0308', // decomposed: stays decomposed
  'Zoë',
  '\u202eabc\u202c', // right-to-left override
  'a\u200bb', // zero width
  '👩‍👩‍👧 Fam',
  'Аnna', // Cyrillic А
  '__proto__',
  '<script>alert(1)</script>',
  '=cmd()',
  'Robert’); DROP TABLE hires;--',
  'x'.repeat(500),
  '👍'.repeat(500),
];

describe('a name', () => {
  it.each(NAMES)('%j is kept byte for byte', (name) => {
    expect(valueAs('name', name)).toBe(name);
  });

  it.each([['x'.repeat(501)], ['👍'.repeat(501)]])('is refused, not cut, when it is too long', (name) => {
    expect(as('name', name)).toEqual({ ok: false, wanted: 'at most 500 characters long' });
  });

  it.each(['a\0b', 'a\ud800b', {}, [], true, null])('%j cannot be kept intact and is refused', (raw) => {
    expect(as('name', raw)).toEqual({ ok: false, wanted: 'plain text' });
  });

  it('is read from a list node or a link by its label', () => {
    expect(valueAs('name', { id: 88, value: 'Test Person', profile: 'https://api.example.com/people/88' })).toBe(
      'Test Person',
    );
  });
});

describe('text with a limit of its own', () => {
  it('is refused above it and kept at it', () => {
    expect(valueAs('text', 'P'.repeat(30), { maxLength: 30 })).toBe('P'.repeat(30));
    expect(valueAs('text', 'P'.repeat(31), { maxLength: 30 })).toBe('REFUSED');
  });
});

describe('HTML', () => {
  it.each([
    ['plain', 'plain'],
    ['a < b & c > d', 'a < b & c > d'],
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['Build<br/>things', 'Build\nthings'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['Tom &amp; Ann&nbsp;&#39;s &#x201C;work&rdquo; &unknown;', "Tom & Ann 's “work” &unknown;"],
    ['<script>alert(1)</script>after', 'after'],
    ['<SCRIPT>alert(1)</SCRIPT >after', 'after'],
    ['<style>p{}</style><!-- no --><b>bold</b>', 'bold'],
    ['<script>never closed', ''],
    ['text <unclosed', 'text'],
    ['&lt;script&gt;', '<script>'],
    ['a&#0;b&#xd800;c', 'a&#0;b&#xd800;c'],
    ['İ<script>x</script>İ', 'İİ'],
  ])('%j reads %j', (html, text) => {
    expect(stripHtml(html)).toBe(text);
  });

  it('that shows nothing is nothing', () => {
    expect(as('rich-text', '<p><br></p>')).toEqual({ ok: true, value: null });
  });

  it('that is too long as text is refused, not cut', () => {
    expect(valueAs('rich-text', `<p>${'x'.repeat(50_001)}</p>`)).toBe('REFUSED');
  });
});
