import { describe, expect, it } from '@jest/globals';
import {
  changedSecrets,
  countInbound,
  keepSecrets,
  MASK,
  maskSecrets,
} from '../../../src/platforms/platform-secrets.ts';
import { type PlatformDocument } from '../../../src/platforms/platform.ts';
import { anIcimsPlatform } from '../../support/an-icims-platform.ts';

const document = (changes: Partial<PlatformDocument> = {}): PlatformDocument => ({
  ...anIcimsPlatform(),
  inbound: {
    basic: [
      { username: 'old', password: 'one' },
      { username: 'new', password: 'two' },
    ],
    hmac: { user: 'h', key: 'three' },
  },
  caseSystem: { type: 'webhook', url: 'https://cases.example.com', secret: 'four' },
  ...changes,
});

const oauth2 = (tokenUrl: string): PlatformDocument['icims']['auth'] => ({
  type: 'oauth2',
  tokenUrl,
  clientId: 'c',
  clientSecret: 's',
});

describe('the secrets of a platform document', () => {
  it('are masked wherever they stand, and nothing else is', () => {
    const masked = JSON.stringify(maskSecrets(document()));

    for (const secret of ['canary-secret', '"one"', '"two"', '"three"', '"four"']) expect(masked).not.toContain(secret);
    expect(masked.match(/"\*\*\*"/g)).toHaveLength(5);
    expect(masked).toContain('client-1');
  });

  it('come back for their holder, whatever the order', () => {
    const sent = maskSecrets(document());
    const basic = Array.isArray(sent.inbound.basic) ? [...sent.inbound.basic].reverse() : [];

    const { document: kept, unknown } = keepSecrets({ ...sent, inbound: { ...sent.inbound, basic } }, document());

    expect(unknown).toEqual([]);
    expect(kept.inbound.basic).toEqual([
      { username: 'new', password: 'two' },
      { username: 'old', password: 'one' },
    ]);
  });

  it('never go to another holder: another user, another URL, another kind of login', () => {
    const { unknown } = keepSecrets(
      document({
        inbound: { basic: { username: 'stranger', password: MASK } },
        caseSystem: { type: 'webhook', url: 'https://evil.example.com', secret: MASK },
      }),
      document(),
    );

    expect(unknown).toEqual(['/inbound/basic/password', '/caseSystem/secret']);
  });

  it('are unknown when nothing is stored', () => {
    expect(keepSecrets(maskSecrets(document()), undefined).unknown).toHaveLength(5);
  });

  it('of one holder keep their order, and a third mask of two is unknown', () => {
    const two = [
      { username: 'a', password: 'x' },
      { username: 'a', password: 'y' },
    ];
    const stored = document({ inbound: { basic: two } });

    expect(keepSecrets(maskSecrets(stored), stored)).toEqual({ document: stored, unknown: [] });
    expect(changedSecrets(stored, keepSecrets(maskSecrets(stored), stored).document)).toEqual([]);

    const three = document({ inbound: { basic: [...two, ...two].slice(0, 3) } });
    expect(keepSecrets(maskSecrets(three), stored).unknown).toEqual(['/inbound/basic/2/password']);
  });

  it.each<[string, Partial<PlatformDocument['icims']>, string[]]>([
    ['the token URL', { auth: oauth2('https://evil.example.com/oauth/token') }, ['/icims/auth/clientSecret']],
    ['the API', { apiBaseUrl: 'https://evil.example.com' }, ['/icims/auth/clientSecret']],
    ['the API, by plain http', { apiBaseUrl: 'http://api.example.com' }, ['/icims/auth/clientSecret']],
    ['another path of the same host', { auth: oauth2('https://login.example.com/v2/token') }, []],
  ])('towards iCIMS are bound to the host of %s', (_what, changes, unknown) => {
    const icims = {
      apiBaseUrl: 'https://api.example.com',
      auth: oauth2('https://login.example.com/oauth/token'),
      dailyCallLimit: 1,
    };
    const sent = maskSecrets(document({ icims: { ...icims, ...changes } }));

    expect(keepSecrets(sent, document({ icims })).unknown).toEqual(unknown);
  });

  it.each([
    ['basic', { type: 'basic', username: 'u', password: 'p' }, '/icims/auth/password'],
    ['hmac', { type: 'hmac', user: 'u', key: 'k' }, '/icims/auth/key'],
  ] as const)('of %s are not sent to another API', (_kind, auth, pointer) => {
    const stored = document({ icims: { apiBaseUrl: 'https://api.example.com', auth, dailyCallLimit: 1 } });
    const sent = maskSecrets({ ...stored, icims: { ...stored.icims, apiBaseUrl: 'https://evil.example.com' } });

    expect(keepSecrets(sent, stored).unknown).toEqual([pointer]);
  });

  it('are masked at their places only: a label may be called like one', () => {
    const values = { key: 'a', secret: 'b', password: 'c', clientSecret: 'd' };
    const stored = document({ mapping: [{ to: 'case.x', from: 'person.x', values }] });

    expect(maskSecrets(stored).mapping).toEqual(stored.mapping);
  });

  it('that changed are named, and their values are not', () => {
    const after = document({ inbound: { hmac: { user: 'h', key: 'changed' } } });

    expect(changedSecrets(document(), after)).toEqual(['/inbound/hmac/key']);
    expect(changedSecrets(undefined, after)).toHaveLength(3);
  });

  it('towards us are counted', () => {
    expect([countInbound(document()), countInbound(document({ inbound: {} }))]).toEqual([3, 0]);
  });
});
