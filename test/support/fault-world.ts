import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAdminClient } from '../../src/sandbox/admin-client.ts';
import { enablePlatform } from '../../src/sandbox/enable-platform.ts';
import { platformDocumentFor } from '../../src/sandbox/platform-document-for.ts';
import { type SimulatedIcims, startSimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { anOfferAccepted } from './an-offer-accepted.ts';
import { leaksIn, markedAsCanary, SECRETS } from './canaries.ts';
import { type CaseReceiver, startCaseReceiver } from './case-receiver.ts';
import { eventually } from './eventually.ts';
import { type Attempt, type Ledger, ledgerOf, type Order } from './ledger.ts';
import { type ConnectorProcess, startProcess } from './processes.ts';
import { readAll } from './read-admin.ts';
import { type Answer, sendEvent } from './send-event.ts';
import { writeBackEntries } from './write-back-entries.ts';

type Environment = Readonly<Record<string, string>>;

/** What a test changes of a platform document before it is PUT. */
type Changes = Readonly<Record<string, unknown>>;

/**
 * Processes of the connector between a simulated iCIMS and a webhook case system, both in the test's own process. Platform
 * 9001 opens its cases in the built-in case system, 9002 in the webhook one. Everything that was sent and answered is
 * remembered, to be held against what exists in the end.
 */
export interface World {
  readonly icims: SimulatedIcims;
  readonly receiver: CaseReceiver;
  /** Lets processes that start later call this URL too. */
  allow(url: string): void;
  start(environment?: Environment): Promise<ConnectorProcess>;
  startWorker(environment?: Environment): Promise<ConnectorProcess>;
  /** PUTs both platform documents. */
  serve(at: ConnectorProcess, changesOf?: (customerId: string) => Changes): Promise<void>;
  /** Waits until a process has learned of both platforms. */
  knows(at: ConnectorProcess): Promise<void>;
  /** Offers of new candidates with canaries for names, dates and numbers. */
  orders(customerId: string, count: number): Order[];
  order(customerId: string): Order;
  /** The event by which the offer of this order is taken back. */
  rescind(order: Order): Order;
  /** Takes an offer back; whether the answer was 200. An order that was once sent to be taken back stays so. */
  withdraw(order: Order, at: Pick<ConnectorProcess, 'url'>): Promise<boolean>;
  /** Orders that were sent to be taken back, with no answer that says so. */
  unwithdrawn(): Order[];
  /** What stands on the workflow of an order. */
  entries(order: Order): readonly unknown[];
  /** Sends one event that opens nothing, and forgets the answer. */
  sendQuietly(order: Order, at: Pick<ConnectorProcess, 'url'>): Promise<number>;
  /** Sends one event and remembers the answer; status 0 when none came. */
  send(order: Order, at: Pick<ConnectorProcess, 'url'>): Promise<Attempt>;
  readonly attempts: readonly Attempt[];
  /** Orders that no answer says are kept. */
  unanswered(): Order[];
  /** Waits until nothing is left to be delivered. */
  settle(at: ConnectorProcess, patienceMs?: number): Promise<void>;
  /** What exists, held against what was answered, and what the logs of all processes told. */
  ledger(at: ConnectorProcess): Promise<Ledger>;
  close(): Promise<void>;
}

interface WorldOptions {
  /** DATABASE_URL or DATA_DIR of all processes. */
  readonly store: { readonly DATABASE_URL: string } | { readonly DATA_DIR: string };
}

const SETTLED_WITHIN_MS = 45_000;

export async function createWorld({ store }: WorldOptions): Promise<World> {
  const icims = await startSimulatedIcims();
  const receiver = await startCaseReceiver();
  const processes: ConnectorProcess[] = [];
  const roads: string[] = [];
  const attempts: Attempt[] = [];
  const ordered: Order[] = [];
  const rescinded = new Map<Order, boolean>();
  const common = {
    ...store,
    PORT: '0',
    LOG_LEVEL: 'debug',
    ADMIN_TOKEN: SECRETS.adminToken,
    ...('DATABASE_URL' in store ? { MASTER_KEY: SECRETS.masterKey } : {}),
  };
  const launch = async (entry: 'main' | 'worker', environment: Environment): Promise<ConnectorProcess> => {
    const ALLOW_INSECURE_HOSTS = [icims.url, receiver.url, ...roads].map((url) => new URL(url).host).join(',');
    const started = await startProcess(entry, { ...common, ALLOW_INSECURE_HOSTS, ...environment });
    processes.push(started);
    return started;
  };

  const ask = (order: Order, { url }: Pick<ConnectorProcess, 'url'>): Promise<Answer> => {
    const { credentials } = icims.platform(order.customerId);
    const authentication = order.customerId === '9001' ? 'basic' : 'hmac';
    return sendEvent(order.event, { url, credentials: credentials.events }, { authentication });
  };

  const order = (customerId: string): Order => {
    const platform = icims.platform(customerId);
    const candidate = platform.addCandidate('h1b-new-graduate');
    platform.overwrite('people', candidate.personId, markedAsCanary(candidate.personId));
    const fresh = {
      customerId,
      workflowId: String(candidate.workflowId),
      event: anOfferAccepted(platform, candidate),
    };
    ordered.push(fresh);
    return fresh;
  };

  const rescind = (order: Order): Order => {
    const { offerRescinded } = icims.platform(order.customerId).employer.statuses;
    return { ...order, event: { ...order.event, newStatus: offerRescinded.id } };
  };

  return {
    icims,
    receiver,
    attempts,
    allow: (url) => void roads.push(url),
    start: (environment = {}) => launch('main', environment),
    startWorker: (environment = {}) => launch('worker', environment),
    async serve(at, changesOf = () => ({})) {
      const webhook = { type: 'webhook', url: receiver.url, secret: receiver.secret };
      for (const [customerId, caseSystem] of [['9001', { type: 'built-in' }] as const, ['9002', webhook] as const]) {
        const document = { ...platformDocumentFor(customerId, { icims: icims.url }), caseSystem };
        await enablePlatform(createAdminClient(at.url, SECRETS.adminToken), { ...document, ...changesOf(customerId) });
      }
    },
    knows: (at) =>
      eventually('the process knows the platforms', 10_000, async () => {
        const statuses = await Promise.all(
          icims.platforms.map(({ customerId }) => ask(aNothing(customerId), at).catch(() => undefined)),
        );
        return statuses.every((answer) => answer?.status === 200);
      }),
    sendQuietly: (order, at) =>
      ask(order, at).then(
        ({ status }) => status,
        () => 0,
      ),
    orders: (customerId, count) => Array.from({ length: count }, () => order(customerId)),
    order,
    rescind,
    async withdraw(order, at) {
      rescinded.set(order, rescinded.get(order) ?? false);
      const isAnswered = await ask(rescind(order), at).then(
        ({ status }) => status === 200,
        () => false,
      );
      if (isAnswered) rescinded.set(order, true);
      return isAnswered;
    },
    unwithdrawn: () => [...rescinded].filter(([, isAnswered]) => !isAnswered).map(([order]) => order),
    entries: ({ customerId, workflowId }) =>
      writeBackEntries(icims.platform(customerId), { workflowId: Number(workflowId) }),
    async send(order, at) {
      const attempt = await ask(order, at).then(
        ({ status, code, body, headers, text }) => ({
          text,
          order,
          status,
          code,
          retryAfter: headers['retry-after'],
          reference: body.reference ?? /reference ([0-9a-f-]{36})/.exec(body.error?.userMessage ?? '')?.[1],
        }),
        () => ({ order, text: '', status: 0, code: undefined, retryAfter: undefined, reference: undefined }),
      );
      attempts.push(attempt);
      return attempt;
    },
    unanswered() {
      const kept = attempts.filter(({ reference }) => reference !== undefined).map(({ order }) => order);
      return ordered.filter((order) => !kept.includes(order));
    },
    settle: (at, patienceMs = SETTLED_WITHIN_MS) =>
      eventually('nothing is left to be delivered', patienceMs, async () => {
        const { hires } = await readAll(at);
        return hires.every(({ nextAttemptAt }) => nextAttemptAt === null);
      }),
    async ledger(at) {
      const { hires, cases } = await readAll(at);
      const written = processes.map((each) => each.output());
      const database = 'DATA_DIR' in store ? await readFile(join(store.DATA_DIR, 'postgres.log'), 'utf8') : '';
      const metrics = await fetch(`${at.url}/metrics`, { headers: { connection: 'close' } });
      const texts = [...written, database, await metrics.text(), ...attempts.map(({ text }) => text)];
      const sums = ledgerOf({ attempts, ordered, rescinded: [...rescinded.keys()], hires, cases, icims, receiver });
      return { ...sums, leaks: leaksIn(texts, { icims, receiver }) };
    },
    async close() {
      await icims.close();
      await receiver.close();
    },
  };
}

/** An event of a status that no trigger names. */
function aNothing(customerId: string): Order {
  const event = { customerId, eventType: 'WorkFlowStatusChangeEvent', systemId: '1', newStatus: '1' };
  return { customerId, workflowId: '1', event };
}
