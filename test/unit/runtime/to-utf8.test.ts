import { describe, expect, it } from '@jest/globals';
import { toUtf8 } from '../../../src/runtime/to-utf8.ts';

describe('bytes as text', () => {
  it('keep every character of any script', () => {
    expect(toUtf8(Buffer.from('Ünal 李 𝒜 \u0000'))).toBe('Ünal 李 𝒜 \u0000');
  });

  it('lose one byte order mark at the start, and no other', () => {
    expect(toUtf8(Buffer.from('\uFEFF\uFEFFa\uFEFF'))).toBe('\uFEFFa\uFEFF');
  });

  it.each([
    ['an overlong form', [0xc0, 0xaf]],
    ['a lone surrogate', [0xed, 0xa0, 0x80]],
    ['a cut character', [0xe6, 0x9d]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00]],
  ])('are refused when they hold %s', (_what, bytes) => {
    expect(() => toUtf8(Buffer.from(bytes))).toThrow(TypeError);
  });
});
