import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import { type AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate, type SelfsignedOptions } from 'selfsigned';
import { createHttp, type HttpResponse } from '../../../src/runtime/http.ts';

const DAY_MS = 24 * 60 * 60_000;
const trusted = getCACertificates('default');

let server: Server | undefined;

beforeAll(() => {
  expect(trusted.length).toBeGreaterThan(0);
});

afterEach(async () => {
  server?.closeAllConnections();
  if (server !== undefined) await once(server.close(), 'close');
  server = undefined;
});

afterAll(() => setDefaultCACertificates(trusted));

interface Certificate {
  /** Subject alternative name. */
  readonly ip: string;
  readonly notBeforeDate: Date;
  readonly notAfterDate: Date;
}

/** Calls a server with such a certificate; with `isTrusted` its issuer is known to this machine. */
async function ask({ ip, ...days }: Certificate, { isTrusted }: { isTrusted: boolean }): Promise<HttpResponse> {
  const options: SelfsignedOptions = { ...days, extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip }] }] };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'icims.example.com' }], options);
  setDefaultCACertificates(isTrusted ? [...trusted, cert] : trusted);
  server = createServer({ key, cert }, (_request, response) => void response.end('{"a":1}')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = createHttp({ insecureHosts: new Set([host]), userAgent: 'connector-test' });
  return http.send({
    ...{ method: 'GET', url: `https://${host}/`, headers: {}, maxBytes: 1_000, expect: 'json' },
    signal: AbortSignal.timeout(10_000),
  });
}

const now = Date.now();
const good: Certificate = {
  ip: '127.0.0.1',
  notBeforeDate: new Date(now - DAY_MS),
  notAfterDate: new Date(now + DAY_MS),
};

describe('a certificate', () => {
  it('of a known issuer, for this address and of these days is taken', async () => {
    expect(await ask(good, { isTrusted: true })).toMatchObject({ status: 200, body: { a: 1 } });
  });

  it.each<[string, Certificate, boolean]>([
    ['of an unknown issuer', good, false],
    ['for another address', { ...good, ip: '192.0.2.1' }, true],
    [
      'that has expired',
      { ...good, notBeforeDate: new Date(now - 9 * DAY_MS), notAfterDate: new Date(now - DAY_MS) },
      true,
    ],
    [
      'that is not valid yet',
      { ...good, notBeforeDate: new Date(now + DAY_MS), notAfterDate: new Date(now + 9 * DAY_MS) },
      true,
    ],
  ])('%s is refused', async (_what, certificate, isTrusted) => {
    await expect(ask(certificate, { isTrusted })).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'UPSTREAM_UNREACHABLE',
    });
  });
});
