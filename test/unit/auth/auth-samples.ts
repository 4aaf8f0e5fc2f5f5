import { createHash, createHmac } from 'node:crypto';
import { type IncomingHttpHeaders } from 'node:http';
import { type Clock } from '../../../src/auth/authenticate-hmac.ts';
import { authenticateEvent } from '../../../src/auth/authenticate-event.ts';
import { createCredentialDirectory } from '../../../src/auth/credential-directory.ts';
import { type SignedRequest } from '../../../src/auth/signed-request.ts';
import { type Platform } from '../../../src/platforms/platform.ts';
import { Failure } from '../../../src/runtime/failure.ts';

export const NOW = new Date('2026-03-02T09:30:00.000Z');
export const CLOCK: Clock = { now: NOW, skewMs: 15 * 60_000 };

export function aPlatform(customerId: string, inbound: Platform['inbound'], enabled = true): Platform {
  return {
    customerId,
    name: `Example Health ${customerId}`,
    environment: 'sandbox',
    enabled,
    icims: {
      apiBaseUrl: 'https://api.icims.example.com',
      auth: { type: 'basic', username: 'reader', password: 'reader-password' },
      dailyCallLimit: 10_000,
    },
    inbound,
    triggers: [],
    packages: {
      field: 'job.assessmenttype',
      default: null,
      items: [{ packageId: 'IMM-H1B', nodeId: 'C77001', label: 'Immigration: H-1B', visaCategory: 'H-1B' }],
    },
    mapping: [],
    required: {},
    writeBack: null,
    caseSystem: { type: 'built-in' },
    version: 1,
  };
}

export function directoryOf(...inbounds: Platform['inbound'][]) {
  return createCredentialDirectory(inbounds.map((inbound, at) => aPlatform(String(9001 + at), inbound)));
}

export function aRequest(
  authorization: string | undefined,
  body = Buffer.from('{"eventType":"Sample"}'),
): SignedRequest {
  const headers = { host: 'connector.example.com', 'content-type': 'application/json' };
  return {
    method: 'POST',
    target: '/icims/v1/events',
    headers: authorization === undefined ? headers : { ...headers, authorization },
    wireBody: body,
    inflatedBody: body,
  };
}

export function basic(username: string, password: string, encoding: BufferEncoding = 'utf8'): string {
  return `Basic ${Buffer.from(`${username}:${password}`, encoding).toString('base64')}`;
}

export function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

export const EVENT = Buffer.from('{"customerId":"9001","eventType":"WorkFlowStatusChangeEvent","newStatus":"20500"}');

const USUAL_SIGNING = {
  user: 'icims-events',
  key: 'first-key',
  date: '2026-03-02T09:30:00+0000',
  target: '/icims/v1/events',
  wireBody: EVENT,
  signed: ['content-type', 'host', 'x-icims-content-sha256', 'x-icims-date'],
};
type Signing = Partial<typeof USUAL_SIGNING> & { readonly inflatedBody?: Buffer; readonly bodyHash?: string };

/** Signs like iCIMS does, with node:crypto alone: nothing of src has a part in it. */
export function aSignedRequest(signing: Signing = {}): SignedRequest {
  const { user, key, date, target, wireBody, signed } = { ...USUAL_SIGNING, ...signing };
  const headers: IncomingHttpHeaders = {
    host: 'connector.example.com',
    'content-type': 'application/json',
    'x-icims-date': date,
    'x-icims-content-sha256': signing.bodyHash ?? sha256(wireBody),
  };
  const [path = '', ...query] = target.split('?');
  const lines = signed.toSorted().map((name) => `${name}:${String(headers[name])}`);
  const canonical = ['POST', path, query.join('?'), ...lines, '', signed.toSorted().join(';')].join('\n');
  const toSign = `x-icims-v1-hmac-sha256\n${date}\n${sha256(Buffer.from(canonical, 'latin1'))}`;
  const signature = createHmac('sha256', key).update(Buffer.from(toSign, 'latin1')).digest('hex');
  headers.authorization = `x-icims-v1-hmac-sha256 user=${user},signedheaders=${signed.join(';')},signature=${signature}`;
  return { method: 'POST', target, headers, wireBody, inflatedBody: signing.inflatedBody ?? wireBody };
}

/** The cause for which a request is turned away, or the platforms it speaks for. */
export function verdict(request: SignedRequest, directory = directoryOf({}), clock = CLOCK): string | string[] {
  try {
    return [...authenticateEvent(request, directory, clock).customerIds];
  } catch (thrown) {
    return causeOf(thrown);
  }
}

export function causeOf(thrown: unknown): string {
  if (!(thrown instanceof Failure)) throw thrown;
  return String(thrown.facts['cause']);
}
