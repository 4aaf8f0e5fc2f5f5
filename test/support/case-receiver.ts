import { type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { Webhook } from 'standardwebhooks';
import { type components } from '../../src/contract/generated/cases-webhook.ts';
import { validateRequests } from '../../src/contract/validate-requests.ts';

type CaseEvent = components['schemas']['CaseEvent'];
type CaseReceipt = components['schemas']['CaseReceipt'];

/** A case as this webhook case system keeps it. */
interface ReceivedCase extends CaseReceipt {
  readonly hireId: string;
  /** What the order is known by when the hire's id is not. */
  readonly order: string;
  state: 'open' | 'withdrawn';
  fields: Readonly<Record<string, unknown>>;
}

interface ReceivedRequest {
  readonly key: string;
  readonly webhookId: string;
  readonly body: string;
  readonly event: CaseEvent;
}

/** What comes instead of the proper answer. */
export interface WrongAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: string | object;
  /** The request is carried out all the same: only its answer is wrong. */
  readonly worked?: boolean;
  /** The connection is cut instead of answered. */
  readonly hangUp?: boolean;
}

export interface CaseReceiver {
  readonly url: string;
  readonly secret: string;
  cases(): readonly ReceivedCase[];
  /** Every request whose signature was right, oldest first. Empty when `light`. */
  requests(): readonly ReceivedRequest[];
  /** The next `times` requests get this answer. */
  failNext(times: number, answer: WrongAnswer): void;
  /** Every request gets this answer from now on; null ends it. */
  failAlways(answer: WrongAnswer | null): void;
  close(): Promise<void>;
}

const SECRET = `whsec_${Buffer.alloc(32, 'case-receiver').toString('base64')}`;
const SPEC = new URL('../../openapi/cases-webhook.yaml', import.meta.url).pathname;

/**
 * A webhook case system on a free port of this machine. It verifies signatures with the Standard Webhooks library, and
 * holds requests and its own answers to openapi/cases-webhook.yaml. `light` leaves out the contract and keeps no requests,
 * for measurements. `knowsOrders` keeps the case of an order that comes again under another hire id, as after a restore.
 */
export async function startCaseReceiver({ light = false, knowsOrders = false } = {}): Promise<CaseReceiver> {
  const cases = new Map<string, ReceivedCase>();
  const kept: Kept = { cases, neverOpened: new Set(), late: knowsOrders ? new Set() : null };
  const requests: ReceivedRequest[] = [];
  const faults: WrongAnswer[] = [];
  let standing: WrongAnswer | null = null;

  const app = express();
  app.use(express.raw({ type: () => true, limit: '1mb' }), verifySignature(light ? null : requests));
  app.use((request, response, next) => {
    const fault = faults.shift() ?? standing;
    if (fault === null) {
      next();
      return;
    }
    if (fault.worked === true) answerEvent(request.body as CaseEvent, kept);
    answerWrongly(response, fault);
  });
  if (!light) app.use(...validateRequests(SPEC, { validateResponses: true }));
  app.post('/', (request, response) => {
    const { status, body } = answerEvent(request.body as CaseEvent, kept);
    if (body === undefined) response.status(status).end();
    else response.status(status).json(body);
  });
  app.use(answerProblem);

  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    secret: SECRET,
    cases: () => [...cases.values()],
    requests: () => requests,
    failNext: (times, answer) => faults.push(...Array<WrongAnswer>(times).fill(answer)),
    failAlways: (answer) => void (standing = answer),
    close: () => close(server),
  };
}

interface Kept {
  readonly cases: Map<string, ReceivedCase>;
  /** Hires that were withdrawn before a case was opened for them. */
  readonly neverOpened: Set<string>;
  /** Ids of hires whose case went on under another id; null where nobody looks for orders. */
  readonly late: Set<string> | null;
}

interface Answer {
  readonly status: number;
  readonly body?: object;
}

function answerEvent(event: CaseEvent, kept: Kept): Answer {
  if (event.type === 'ping' || isLate(event.data.hireId, kept)) return { status: 204 };
  const found = kept.cases.get(event.data.hireId);
  if (event.type === 'case.open')
    return found === undefined ? openCase(event.data, kept) : { status: 200, body: receiptOf(found) };
  if (event.type === 'case.withdraw') return withdrawCase(event.data.hireId, found, kept);
  if (found === undefined) return { status: 422, body: problem(422, 'There is no case for this hire.') };
  if (found.state === 'open') found.fields = event.data.fields;
  return { status: 204 };
}

function isLate(hireId: string, { late }: Kept): boolean {
  return late?.has(hireId) ?? false;
}

function openCase(data: components['schemas']['CaseOpen']['data'], { cases, neverOpened, late }: Kept): Answer {
  const order = [data.customerId, data.workflowType, data.workflowId, data.packageId].join('/');
  const same =
    late === null ? undefined : [...cases.values()].find((each) => each.order === order && each.state === 'open');
  if (same !== undefined) {
    late?.add(same.hireId);
    cases.delete(same.hireId);
    const taken = { ...same, hireId: data.hireId, fields: data.fields };
    cases.set(data.hireId, taken);
    return { status: 409, body: receiptOf(taken) };
  }
  if (neverOpened.has(data.hireId)) return { status: 410, body: problem(410, 'The hire was withdrawn.') };
  const caseId = `C-${String(cases.size + 1).padStart(4, '0')}`;
  const opened = { caseId, caseUrl: `https://cases.example.com/c/${caseId}`, hireId: data.hireId };
  cases.set(data.hireId, { ...opened, order, state: 'open', fields: data.fields });
  return { status: 201, body: opened };
}

function withdrawCase(hireId: string, found: ReceivedCase | undefined, { neverOpened }: Kept): Answer {
  if (found !== undefined) {
    found.state = 'withdrawn';
    return { status: 204 };
  }
  neverOpened.add(hireId);
  return { status: 410, body: problem(410, 'There is no case for this hire.') };
}

function receiptOf({ caseId, caseUrl, hireId }: ReceivedCase): CaseReceipt {
  return { caseId, caseUrl, hireId };
}

function verifySignature(requests: ReceivedRequest[] | null): RequestHandler {
  const webhook = new Webhook(SECRET);
  return (request: Request, response: Response, next) => {
    const body = (request.body as Buffer).toString();
    const header = (name: string): string => request.get(name) ?? '';
    const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
    try {
      webhook.verify(body, Object.fromEntries(names.map((name) => [name, header(name)])), { jsonParse: false });
    } catch {
      return void response
        .status(401)
        .type('application/problem+json')
        .send(JSON.stringify(problem(401, 'Wrong signature.')));
    }
    const event = JSON.parse(body) as CaseEvent;
    request.body = event;
    requests?.push({ key: header('idempotency-key'), webhookId: header('webhook-id'), body, event });
    next();
  };
}

function answerWrongly(response: Response, { status = 500, headers = {}, body = '', hangUp }: WrongAnswer): void {
  if (hangUp === true) return void response.socket?.destroy();
  response.status(status).set(headers);
  if (typeof body === 'object') response.json(body);
  else response.end(body);
}

const answerProblem: ErrorRequestHandler = (
  error: { status?: number; errors?: { path: string }[] },
  _request,
  response,
  next,
) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error.status ?? 500;
  const errors = (error.errors ?? []).map(({ path }) => ({ pointer: path.replace(/^\/body/, '') }));
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem(status, 'The contract is broken.'), errors }));
};

function problem(status: number, title: string): object {
  return { type: 'about:blank', title, status };
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
