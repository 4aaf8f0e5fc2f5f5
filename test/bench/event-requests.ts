import { gzipSync } from 'node:zlib';
import { HMAC_SCHEME, hmacSignature, sha256 } from '../../src/sandbox/hmac.ts';
import { linkHeader, statusChangeEvent, type EventBody } from '../../src/sandbox/events/status-change-event.ts';
import { credentialsOf } from '../../src/sandbox/seed/employer.ts';

/** One candidate of a simulated platform, as far as an event names them. */
export interface Application {
  readonly customerId: string;
  readonly workflowId: number;
  readonly personId: number;
  readonly jobId: number;
}

/** What to send: one event for each application, all to the same path. */
export interface EventRequests {
  readonly port: number;
  readonly path: string;
  readonly icimsUrl: string;
  readonly applications: readonly Application[];
  /** With the letter, as the REST API has it. */
  readonly newStatus: string;
  readonly authentication: 'basic' | 'hmac';
  readonly gzip: boolean;
}

/** The bytes of every request: bodies, links and signatures are made before anything is measured. */
export function toRequests(wanted: EventRequests): Buffer[] {
  return wanted.applications.map((application) => toRequest(application, wanted));
}

function toRequest(application: Application, wanted: EventRequests): Buffer {
  const event = toEvent(application, wanted);
  const plain = Buffer.from(JSON.stringify(event));
  const body = wanted.gzip ? gzipSync(plain) : plain;
  const host = `127.0.0.1:${wanted.port}`;
  const headers = {
    host,
    'content-type': 'application/json',
    'user-agent': 'Apache-HttpClient/4.5.2 (Java/1.8.0)',
    'accept-encoding': 'gzip,deflate',
    connection: 'keep-alive',
    ...(wanted.gzip ? { 'content-encoding': 'gzip' } : {}),
    link: linkHeader(event) ?? '',
    ...authorization(application.customerId, { host, body, wanted }),
    'content-length': String(body.length),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`POST ${wanted.path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), body]);
}

function toEvent({ customerId, workflowId, personId, jobId }: Application, wanted: EventRequests): EventBody {
  const values = { associatedprofile: { id: personId }, baseprofile: { id: jobId } };
  return statusChangeEvent({
    customerId,
    platformUrl: `${wanted.icimsUrl}/customers/${customerId}`,
    workflow: { type: 'applicantworkflows', id: workflowId, values, files: new Map(), updatedAt: new Date() },
    oldStatus: 'C20480',
    newStatus: wanted.newStatus,
    userId: 88,
  });
}

function authorization(
  customerId: string,
  { host, body, wanted }: { host: string; body: Buffer; wanted: EventRequests },
): Record<string, string> {
  const { basic, hmac } = credentialsOf(customerId).events;
  if (wanted.authentication === 'basic') {
    return { authorization: `Basic ${Buffer.from(`${basic.username}:${basic.password}`).toString('base64')}` };
  }
  const covered = {
    'content-type': 'application/json',
    host,
    'x-icims-content-sha256': sha256(body),
    'x-icims-date': new Date().toISOString().replace(/\.\d+Z$/, '+0000'),
  };
  const signature = hmacSignature({ method: 'POST', path: wanted.path, query: '', headers: covered }, hmac.key);
  const names = Object.keys(covered).sort().join(';');
  const { 'x-icims-content-sha256': hash, 'x-icims-date': date } = covered;
  return {
    'x-icims-content-sha256': hash,
    'x-icims-date': date,
    authorization: `${HMAC_SCHEME} user=${hmac.user},signedheaders=${names},signature=${signature}`,
  };
}
