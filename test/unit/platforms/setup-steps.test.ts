import { describe, expect, it } from '@jest/globals';
import { missingForEnabling } from '../../../src/platforms/missing-for-enabling.ts';
import { newPlatformDocument } from '../../../src/platforms/new-platform-document.ts';
import { PlatformDocument } from '../../../src/platforms/platform.ts';
import { setupStepIds, setupSteps } from '../../../src/platforms/setup-steps.ts';
import { platformDocumentFor } from '../../../src/sandbox/platform-document-for.ts';

const whole = PlatformDocument.parse(platformDocumentFor('9001', { icims: 'https://icims.example.com' }));
const fresh = newPlatformDocument({ customerId: '9003', name: 'Example Foods', environment: 'sandbox' });
const accepted = { policyAccepted: true, connectionTest: 'passed' } as const;
const nothing = { policyAccepted: false, connectionTest: 'never' } as const;

describe('the steps of enabling a platform', () => {
  it('begin with everything missing that has no default, each named at its step', () => {
    const open = setupSteps(fresh, nothing).filter(({ missing }) => missing.length > 0);

    expect(open.map(({ id }) => id)).toEqual(['policy', 'connect', 'inbound', 'triggers', 'packages']);
    expect(open[1]?.missing.map(({ pointer }) => pointer)).toEqual([
      '/icims/auth/clientId',
      '/icims/auth/clientSecret',
    ]);
  });

  it('are in the order of the path, whatever is missing', () => {
    expect(setupSteps(fresh, nothing).map(({ id }) => id)).toEqual([...setupStepIds]);
  });

  it('end with nothing missing and everything done but what may be left out', () => {
    const states = setupSteps(whole, accepted);

    expect(missingForEnabling(whole, accepted)).toEqual([]);
    expect(states.filter(({ state }) => state !== 'done').map(({ id }) => id)).toEqual(['dry-run']);
  });

  it.each<[string, Partial<PlatformDocument>, string]>([
    ['no client secret', { icims: { ...whole.icims, auth: { type: 'hmac', user: 'u', key: '' } } }, '/icims/auth/key'],
    ['nothing that iCIMS can send with', { inbound: {} }, '/inbound'],
    ['triggers that only withdraw', { triggers: whole.triggers.slice(1) }, '/triggers'],
    ['a roll-out that names no category of the packages', { enabledCategories: ['EB-1A'] }, '/enabledCategories'],
    ['no package', { packages: { ...whole.packages, items: [] } }, '/packages/items'],
  ])('stay open with %s', (_what, changes, pointer) => {
    expect(missingForEnabling({ ...whole, ...changes }, accepted).map((part) => part.pointer)).toEqual([pointer]);
  });

  it('count a connection test only when it passed', () => {
    const stateAfter = (connectionTest: 'passed' | 'failed' | 'never') =>
      setupSteps(whole, { policyAccepted: true, connectionTest }).find(({ id }) => id === 'connection-test')?.state;

    expect([stateAfter('passed'), stateAfter('failed'), stateAfter('never')]).toEqual(['done', 'open', 'open']);
  });
});
