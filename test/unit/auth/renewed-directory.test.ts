import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCredentialDirectory, type CredentialDirectory } from '../../../src/auth/credential-directory.ts';
import { type Platform } from '../../../src/platforms/platform.ts';
import { aPlatform } from './auth-samples.ts';

const NAMES = ['ana', 'ben', 'cleo'];
const CUSTOMERS = ['9001', '9002', '9003', '9004'];
const KINDS = ['basic', 'hmac', 'oauth2'] as const;

const name = fc.constantFrom(...NAMES);
const secret = fc.constantFrom('one', 'two');
const oneOrTwo = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.array(one, { minLength: 2, maxLength: 2 }));
const inbound: fc.Arbitrary<Platform['inbound']> = fc.record(
  {
    basic: oneOrTwo(fc.record({ username: name, password: secret })),
    hmac: oneOrTwo(fc.record({ user: name, key: secret })),
    oauth2: oneOrTwo(fc.record({ clientId: name, clientSecret: secret })),
  },
  { requiredKeys: [] },
);

/** What a change makes of some platforms: others stay as they are, `null` deletes. */
const change = fc.dictionary(fc.constantFrom(...CUSTOMERS), fc.option(inbound), { maxKeys: CUSTOMERS.length });

function changed(list: readonly Platform[], change: Readonly<Record<string, Platform['inbound'] | null>>): Platform[] {
  const byId = new Map(list.map((platform) => [platform.customerId, platform]));
  for (const [customerId, inbound] of Object.entries(change))
    if (inbound === null) byId.delete(customerId);
    else byId.set(customerId, aPlatform(customerId, inbound));
  return [...byId.values()];
}

/** Everything that a directory answers, in an order of its own: none is promised. */
function answersOf(directory: CredentialDirectory) {
  return KINDS.flatMap((kind) =>
    [...NAMES, 'nobody'].map((name) => {
      const { known, secrets } = directory[kind](name);
      return { kind, name, known, secrets: secrets.map(shown).toSorted() };
    }),
  );
}

type Held = ReturnType<CredentialDirectory[(typeof KINDS)[number]]>['secrets'][number];

function shown(held: Held): string {
  if (held.customerIds.size === 0) return 'decoy';
  const value = 'key' in held ? held.key.export() : held.digest;
  return JSON.stringify([value.toString('hex'), [...held.customerIds].sort(), [...held.pointers].sort()]);
}

describe('a directory that was renewed', () => {
  it('answers like one made new, whatever came, changed and went', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        let list: readonly Platform[] = [];
        let renewed = createCredentialDirectory(list);
        for (const each of changes) {
          list = changed(list, each);
          renewed = renewed.renewed(list);

          expect(answersOf(renewed)).toEqual(answersOf(createCredentialDirectory(list)));
        }
      }),
    );
  });

  it('leaves the one before it as it was', () => {
    const before = createCredentialDirectory([aPlatform('9001', { basic: { username: 'ana', password: 'one' } })]);
    const answers = answersOf(before);

    before.renewed([]);

    expect(answersOf(before)).toEqual(answers);
  });

  it('holds the secrets of a platform that did not change as it held them before', () => {
    const of = (name: string): Platform['inbound'] => ({
      basic: { username: name, password: 'one' },
      hmac: { user: name, key: 'one' },
      oauth2: { clientId: name, clientSecret: 'one' },
    });
    const unchanged = aPlatform('9001', of('ana'));
    const before = createCredentialDirectory([unchanged, aPlatform('9002', of('ben'))]);

    const after = before.renewed([unchanged, aPlatform('9002', of('cleo'))]);

    for (const kind of KINDS) {
      expect(after[kind]('ana').secrets[0]).toBe(before[kind]('ana').secrets[0]);
      expect(after[kind]('ben').known).toBe(false);
    }
  });
});
