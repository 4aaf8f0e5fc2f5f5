import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../../src/contract/parse-json.ts';

const parse = (text: string): unknown => parseJson(Buffer.from(text));

describe('a body that is parsed strictly', () => {
  it('is what JSON.parse makes of it, for every object of modest depth', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 }));
    fc.assert(
      fc.property(objects, (object) => {
        const text = JSON.stringify(object);
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('may begin with a byte order mark and hold any white space', () => {
    expect(parse('\uFEFF{ "a" :\t[ 1 ,\r\n{ "a" : "}" } ] }')).toEqual({ a: [1, { a: '}' }] });
  });

  it('may hold one key in several objects, and braces and colons in texts', () => {
    expect(parse('{"a":{"a":":"},"b":[{"a":"{\\"a\\":"},{"a":"\\\\"}]}')).toMatchObject({ a: { a: ':' } });
  });

  it.each([
    ['one key twice', '{"a":1,"a":2}', /twice/],
    ['one key twice, deep inside', '{"x":[{"a":1},{"a":1,"b":{},"a":2}]}', /twice/],
    ['one key twice, once escaped', '{"a":1,"\\u0061":2}', /twice/],
    ['an array at the top', '[1]', /one JSON object/],
    ['33 levels', `{"a":${'['.repeat(32)}${']'.repeat(32)}}`, /32 levels/],
    [
      'too many keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 10_001 }, (_one, at) => [at, 0]))),
      /10000 values/,
    ],
    ['too many items', `{"a":[${'0,'.repeat(9_999)}0]}`, /10000 values/],
    ['too many empty objects', `{"a":[${'{},'.repeat(9_999)}{}]}`, /10000 values/],
    ['nothing', '', /valid JSON/],
    ['a comment', '{} // x', /valid JSON/],
  ])('is refused with %s', (_what, text, sentence) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ code: 'INVALID_EVENT', message: expect.stringMatching(sentence) }),
    );
  });

  it('may hold ten thousand values', () => {
    const keys = Object.fromEntries(Array.from({ length: 10_000 }, (_one, at) => [at, 0]));

    expect(parse(JSON.stringify(keys))).toEqual(keys);
  });

  it('is never quoted in its refusal', () => {
    expect(() => parse('{"Canary":900554321')).toThrow(
      expect.objectContaining({ message: 'The body must be valid JSON.' }),
    );
  });

  it('with a key __proto__ pollutes nothing', () => {
    parse('{"__proto__":{"polluted":true}}');

    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
