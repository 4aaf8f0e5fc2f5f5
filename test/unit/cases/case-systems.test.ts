import { describe, expect, it } from '@jest/globals';
import { type BuiltInCases } from '../../../src/cases/built-in/built-in-cases.ts';
import { createCaseSystems } from '../../../src/cases/case-systems.ts';
import { type Platform, PlatformDocument } from '../../../src/platforms/platform.ts';
import { Failure } from '../../../src/runtime/failure.ts';
import { type HttpRequest } from '../../../src/runtime/http.ts';
import { aCaseOrder } from '../../support/a-case-order.ts';

const signal = new AbortController().signal;

function aPlatformWith(caseSystem: PlatformDocument['caseSystem'], version = 1): Platform {
  const document = PlatformDocument.parse({
    customerId: '9001',
    name: 'Example Health, sandbox',
    environment: 'sandbox',
    enabled: true,
    icims: {
      apiBaseUrl: 'https://api.example.com',
      auth: { type: 'basic', username: 'u', password: 'p' },
      dailyCallLimit: 10_000,
    },
    inbound: { basic: { username: 'u', password: 'p' } },
    triggers: [],
    packages: {
      field: 'job.assessmenttype',
      default: null,
      items: [{ packageId: 'IMM-TN', nodeId: 'C1', label: 'TN', visaCategory: 'TN' }],
    },
    mapping: [],
    required: {},
    writeBack: null,
    caseSystem,
  });
  return { ...document, version };
}

function systems(): { systemOf: ReturnType<typeof createCaseSystems>; sent: HttpRequest[] } {
  const sent: HttpRequest[] = [];
  const down = new Failure('unavailable', 'STORE_UNAVAILABLE', 'The store is down.');
  const cases: BuiltInCases = { open: () => Promise.reject(down), change: () => Promise.reject(down) };
  const body = { caseId: 'C-1', caseUrl: 'https://cases.example.com/c/C-1' };
  const http = {
    send: (request: HttpRequest) => (sent.push(request), Promise.resolve({ status: 201, headers: {}, body })),
  };
  const parts = { http, cases, publicUrl: 'https://connector.example.com', clock: () => new Date() };
  return { systemOf: createCaseSystems(parts), sent };
}

describe('the case system of a platform', () => {
  it('is the built-in one, which passes on what its store throws', async () => {
    const { systemOf, sent } = systems();

    const opening = systemOf(aPlatformWith({ type: 'built-in' })).open(aCaseOrder(), signal);

    await expect(opening).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(sent).toEqual([]);
  });

  it('is its webhook, made once for a version and anew for the next', async () => {
    const { systemOf, sent } = systems();
    const first = aPlatformWith({ type: 'webhook', url: 'https://one.example.com/', secret: 'one' });
    const second = aPlatformWith({ type: 'webhook', url: 'https://two.example.com/', secret: 'two' }, 2);

    expect(systemOf(first)).toBe(systemOf(first));
    await systemOf(first).open(aCaseOrder(), signal);
    await systemOf(second).open(aCaseOrder(), signal);

    expect(sent.map(({ url }) => url)).toEqual(['https://one.example.com/', 'https://two.example.com/']);
  });
});
