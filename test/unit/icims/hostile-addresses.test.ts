import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readEventLinks } from '../../../src/icims/event-links.ts';
import { collectionPath, entryPath, profilePath } from '../../../src/icims/icims-path.ts';
import { type ProfileType } from '../../../src/icims/icims.ts';
import { Failure } from '../../../src/runtime/failure.ts';
import { anIcimsPlatform } from '../../support/an-icims-platform.ts';

const BASE = 'https://api.icims.com/customers/9001/';
const platform = anIcimsPlatform();

/** Addresses put together from the pieces by which others were led astray, and from anything. */
const address = fc
  .tuple(
    fc.constantFrom(
      'https://',
      'HTTPS://',
      'http://',
      'https:',
      '//',
      'ftp://',
      'https:\\\\',
      '\thttps://',
      ' https://',
    ),
    fc.constantFrom('', 'user@', 'user:pass@', 'api.icims.com@', '@', 'api.icims.com%40'),
    fc.constantFrom(
      'api.icims.com',
      'API.iCIMS.com',
      'api.icims.com.',
      'evil.example.com',
      '127.0.0.1',
      '[::1]',
      'api。icims.com',
      '2130706433',
    ),
    fc.constantFrom('', ':443', ':8443', ':0443', '#', '?', '\\@evil.example.com', '.evil.example.com'),
    fc.array(
      fc.oneof(
        fc.constantFrom(
          '/',
          'customers',
          '9001',
          '9002',
          'people',
          '7301',
          '..',
          '%2e%2e',
          '%2f',
          '\\',
          ';',
          '?',
          '#',
          '%00',
          '.',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 9 },
    ),
    fc.boolean(),
  )
  .map(
    ([scheme, user, host, port, pieces, fitting]) =>
      `${scheme}${user}${host}${port}${fitting ? '/customers/9001/people/7301' : ''}${pieces.join('')}`,
  );

describe('a link of an event', () => {
  it('names somebody only when it leads to the API host of its platform, as a person of that customer', () => {
    let named = 0;
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl()), fc.boolean(), (url, inBody) => {
        const body = inBody ? [{ rel: 'person', url }] : undefined;
        const { person } = readEventLinks(platform, body, inBody ? undefined : `<${url}>;rel="person"`);
        if (person === undefined) return;
        named += 1;
        // The judge of a header link is the piece between its brackets.
        const { protocol, host, username, password, pathname } = new URL(inBody ? url : (url.split('>')[0] ?? ''));
        expect([protocol, host, username, password]).toEqual(['https:', 'api.icims.com', '', '']);
        expect(pathname).toBe(`/customers/9001/people/${person.id}`);
        expect(person.id).toMatch(/^[0-9]{1,18}$/);
      }),
      { numRuns: 5_000 },
    );
    expect(named).toBeGreaterThan(0);
  });
});

describe('the path of a call to iCIMS', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '7301',
      '../9002',
      '%2e%2e%2f',
      '7301?x',
      '7301#',
      '//evil.example.com/',
      '7301/fields/x',
      '７３',
      '1;2',
      '\\',
    ),
    fc.nat().map(String),
    fc.string(),
  );
  const type = fc.oneof(
    fc.constantFrom(
      'people',
      'jobs',
      'companies',
      'applicantworkflows',
      'onboardworkflows',
      '__proto__',
      'constructor',
    ),
    fc.string(),
  ) as fc.Arbitrary<ProfileType>;

  const makers = {
    profile: (profile: ProfileType, id: string, field: string) => profilePath({ profile, id }, [field]),
    collection: (profile: ProfileType, id: string, collection: string) => collectionPath({ profile, id, collection }),
    entry: (profile: ProfileType, id: string, entry: string) =>
      entryPath({ profile, id, collection: 'assessmentresults' }, entry),
  };

  it.each(Object.entries(makers))('of a %s stays with its customer, or no call is made', (_name, make) => {
    let made = 0;
    fc.assert(
      fc.property(type, piece, piece, (profile, id, third) => {
        try {
          const { path } = make(profile, id, third);
          made += 1;
          const url = new URL(path, BASE);
          expect(url.href.startsWith(`${BASE}${profile}/${id}`)).toBe(true);
          expect([url.host, url.hash]).toEqual(['api.icims.com', '']);
        } catch (thrown) {
          if (!(thrown instanceof Failure)) throw thrown;
          expect(thrown).toMatchObject({ kind: 'rejected', code: 'ICIMS_REFUSED' });
        }
      }),
      { numRuns: 2_000 },
    );
    expect(made).toBeGreaterThan(0);
  });
});
