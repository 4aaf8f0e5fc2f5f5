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

  it('that changed are named, and their values are not', () => {
    const after = document({ inbound: { hmac: { user: 'h', key: 'changed' } } });

    expect(changedSecrets(document(), after)).toEqual(['/inbound/hmac/key']);
    expect(changedSecrets(undefined, after)).toHaveLength(3);
  });

  it('towards us are counted', () => {
    expect([countInbound(document()), countInbound(document({ inbound: {} }))]).toEqual([3, 0]);
  });
});
