import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createCredentialDirectory } from '../../../src/auth/credential-directory.ts';
import { aPlatform, aRequest, basic, directoryOf, verdict } from './auth-samples.ts';

const inbound = {
  basic: { username: 'canary-user', password: 'canary-password' },
  hmac: { user: 'canary-user', key: 'canary-key' },
  oauth2: { clientId: 'canary-user', clientSecret: 'canary-client-secret' },
};

describe('the credential directory', () => {
  it('knows platforms that are not enabled: whether they are served is not its question', () => {
    const directory = createCredentialDirectory([aPlatform('9001', inbound, false)]);

    expect(verdict(aRequest(basic('canary-user', 'canary-password')), directory)).toEqual(['9001']);
  });

  it.each(['basic', 'hmac', 'oauth2'] as const)(
    'gives as many secrets to try for an unknown %s name as for a known',
    (of) => {
      const directory = directoryOf(inbound);

      expect(directory[of]('canary-user')).toMatchObject({ known: true, secrets: { length: 2 } });
      expect(directory[of]('nobody')).toMatchObject({ known: false, secrets: { length: 2 } });
    },
  );

  it('tries a secret that many platforms share once, not once for each', () => {
    const directory = directoryOf(...Array.from({ length: 50 }, () => inbound));

    expect(directory.hmac('canary-user').secrets.map(({ customerIds }) => customerIds.size)).toEqual([50, 0]);
  });

  it('does not change when the platforms that made it do', () => {
    const platforms = [aPlatform('9001', inbound)];
    const directory = createCredentialDirectory(platforms);
    platforms.pop();

    expect(directory.basic('canary-user').known).toBe(true);
  });

  it('shows no secret when it is printed', () => {
    const directory = directoryOf(inbound);
    const entries = [
      directory,
      directory.basic('canary-user'),
      directory.hmac('canary-user'),
      directory.oauth2('canary-user'),
    ];
    const printed = entries
      .map((entry) => `${inspect(entry, { depth: 9, showHidden: true })}${JSON.stringify(entry)}`)
      .join();

    for (const secret of ['canary-password', 'canary-key', 'canary-client-secret']) {
      expect(printed).not.toContain(secret);
      expect(printed.replaceAll(' ', '')).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});
