import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSecretKey, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import {
  type DataKey,
  generateDataKey,
  keyVersionOf,
  open,
  seal,
  type SealedPlace,
  unwrapDataKey,
  wrapDataKey,
} from '../../../src/runtime/seal.ts';

const key = generateDataKey(1);
const place: SealedPlace = { customerId: '9001', table: 'hires', column: 'fields_sealed', row: 'a' };
const unreadable = expect.objectContaining({ kind: 'defect', code: 'SEALED_VALUE_UNREADABLE' });
const aPlace = fc.record({ customerId: fc.string(), table: fc.string(), column: fc.string(), row: fc.string() });

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

describe('a sealed value', () => {
  it('opens to the same bytes in its own place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), aPlace, (bytes, anywhere) => {
        const plaintext = Buffer.from(bytes);
        expect(open(key, seal(key, plaintext, anywhere), anywhere)).toEqual(plaintext);
      }),
    );
  });

  it('opens to the same text, whatever its script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(open(key, seal(key, text, place), place).toString('utf8')).toBe(text);
      }),
    );
  });

  it('does not open when any single bit of it has changed', () => {
    const sealed = seal(key, 'Ana Example', place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      expect(() => open(key, flipped(sealed, bit), place)).toThrow(unreadable);
    }
  });

  it('does not open when it was cut, or is nothing that was sealed', () => {
    const sealed = seal(key, 'Ana Example', place);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open(key, sealed.subarray(0, length), place)).toThrow(unreadable);
    }
    expect(() => open(key, Buffer.concat([sealed, Buffer.alloc(1)]), place)).toThrow(unreadable);
    expect(() => open(key, randomBytes(64), place)).toThrow(unreadable);
  });

  it('does not open in any other place', () => {
    fc.assert(
      fc.property(aPlace, aPlace, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(() => open(key, seal(key, 'Ana Example', one), other)).toThrow(unreadable);
      }),
    );
  });

  it.each([
    ['of another platform', { customerId: '9002' }],
    ['of another table', { table: 'cases' }],
    ['in another column', { column: 'body_sealed' }],
    ['in another row', { row: 'b' }],
    ['whose names only join to the same text', { table: 'hiresfields', column: '_sealed' }],
    ['whose names hold the separator', { table: 'hires,13:fields_sealed', column: '' }],
  ])('does not open as a value %s', (_, change) => {
    expect(() => open(key, seal(key, 'Ana Example', place), { ...place, ...change })).toThrow(unreadable);
  });

  it('does not open with another key, nor with its own under another version', () => {
    const sealed = seal(key, 'Ana Example', place);

    expect(() => open(generateDataKey(1), sealed, place)).toThrow(unreadable);
    expect(() => open({ ...key, version: 2 }, sealed, place)).toThrow(unreadable);
    const relabelled = Buffer.from(sealed);
    relabelled.writeUInt32BE(2, 1);
    expect(() => open({ ...key, version: 2 }, relabelled, place)).toThrow(unreadable);
  });

  it('tells which version of the key it needs', () => {
    expect(keyVersionOf(seal(generateDataKey(7), '', place))).toBe(7);
    expect(keyVersionOf(Buffer.from('{"name":"in the clear, of more than 33 bytes"}'))).toBe(0);
  });

  it('differs from every other one of the same value, and shows nothing of it', () => {
    const sealed = Array.from({ length: 100 }, () => seal(key, 'Ana Example', place).toString('latin1'));

    expect(new Set(sealed).size).toBe(100);
    for (const one of sealed) expect(one).not.toContain('Ana');
  });
});

describe('a data key', () => {
  const masterKey = randomBytes(32);
  const wrapped = wrapDataKey(masterKey, key, '9001');
  const locked = expect.objectContaining({ kind: 'defect', code: 'DATA_KEY_UNREADABLE' });

  function isSame(one: DataKey, other: DataKey): boolean {
    return one.version === other.version && one.secret.equals(other.secret);
  }

  it('comes back from its wrapping', () => {
    const unwrapped = unwrapDataKey(masterKey, wrapped, { customerId: '9001', version: 1 });

    expect(isSame(unwrapped, key)).toBe(true);
    expect(open(unwrapped, seal(key, 'Ana Example', place), place).toString()).toBe('Ana Example');
  });

  it.each([
    ['another master key', { masterKey: randomBytes(32) }],
    ['another platform', { customerId: '9002' }],
    ['another version', { version: 2 }],
    ['a changed bit', { wrapped: flipped(wrapped, 200) }],
    ['nothing in it', { wrapped: Buffer.alloc(0) }],
  ])('does not come back with %s', (_, change) => {
    const given = { masterKey, wrapped, customerId: '9001', version: 1, ...change };

    expect(() => unwrapDataKey(given.masterKey, given.wrapped, given)).toThrow(locked);
  });

  it('cannot be opened as a value, nor a value unwrapped as a key', () => {
    const asKey: DataKey = { version: 1, secret: createSecretKey(masterKey) };
    const value = seal(asKey, randomBytes(32), place);

    expect(() => open(asKey, wrapped, place)).toThrow(unreadable);
    expect(() => unwrapDataKey(masterKey, value, { customerId: '9001', version: 1 })).toThrow(locked);
  });

  it('is new every time and shows in no dump', () => {
    const secret = key.secret.export();

    expect(isSame(generateDataKey(1), generateDataKey(1))).toBe(false);
    expect(secret).toHaveLength(32);
    expect(inspect(key, { depth: null }) + JSON.stringify(key)).not.toContain(secret.toString('hex').slice(0, 8));
    expect(wrapped.includes(secret)).toBe(false);
  });
});
