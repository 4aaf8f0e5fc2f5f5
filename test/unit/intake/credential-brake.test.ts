import { describe, expect, it } from '@jest/globals';
import { unauthenticated } from '../../../src/auth/unauthenticated.ts';
import { createCredentialBrake, type CredentialBrake } from '../../../src/intake/credential-brake.ts';
import { type Failure } from '../../../src/runtime/failure.ts';

const codeOf = (work: () => unknown): string => {
  try {
    return String(work());
  } catch (thrown) {
    return (thrown as Failure).code;
  }
};

const fail = (brake: CredentialBrake, address: string, at: number, name?: string): string =>
  codeOf(() =>
    brake.guard(address, at, () => {
      throw unauthenticated('wrong-secret', name);
    }),
  );

const failOften = (brake: CredentialBrake, address: string, name?: string): string[] =>
  Array.from({ length: 51 }, () => fail(brake, address, 0, name));

describe('wrong credentials in numbers', () => {
  it('are answered TOO_MANY from the fifty-first on, until ten seconds are over', () => {
    const brake = createCredentialBrake();

    expect(failOften(brake, 'one').slice(-2)).toEqual(['UNAUTHENTICATED', 'TOO_MANY']);
    expect([fail(brake, 'one', 9_999), fail(brake, 'one', 10_000)]).toEqual(['TOO_MANY', 'UNAUTHENTICATED']);
  });

  it('count for the name that they claim, wherever they come from', () => {
    const brake = createCredentialBrake();
    failOften(brake, 'one', 'icims-9001');

    expect([fail(brake, 'two', 1, 'icims-9001'), fail(brake, 'two', 1, 'icims-9002')]).toEqual([
      'TOO_MANY',
      'UNAUTHENTICATED',
    ]);
  });

  it('never keep out a right one, from the same address or of the same name', () => {
    const brake = createCredentialBrake();
    failOften(brake, 'one', 'icims-9001');

    expect(brake.guard('one', 1, () => 'let in')).toBe('let in');
  });

  it('tell when to come again', () => {
    const brake = createCredentialBrake();
    for (let at = 0; at < 50; at += 1) fail(brake, 'one', 0);

    expect(() => brake.countFailure({ address: 'one' }, 4_000)).toThrow(
      expect.objectContaining({ code: 'TOO_MANY', retryAfterMs: 6_000 }),
    );
  });

  it('use no more memory than for ten thousand callers: the oldest is forgotten', () => {
    const brake = createCredentialBrake();
    failOften(brake, 'first');

    for (let at = 0; at < 10_000; at += 1) fail(brake, `other ${at}`, 1);

    expect(fail(brake, 'first', 2)).toBe('UNAUTHENTICATED');
  });

  it('are told apart from an outage, which counts for nobody', () => {
    const brake = createCredentialBrake();
    const outage = (): never => {
      throw new TypeError('away');
    };

    for (let at = 0; at < 60; at += 1) expect(() => brake.guard('one', 0, outage)).toThrow(TypeError);
    expect(fail(brake, 'one', 0)).toBe('UNAUTHENTICATED');
  });
});
