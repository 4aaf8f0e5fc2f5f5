// What the connector is measured against: bare node:http with the same group commit, and the layers between the two.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { type FastifyRequest } from 'fastify';
import { authenticateEvent } from '../../src/auth/authenticate-event.ts';
import { createCredentialDirectory } from '../../src/auth/credential-directory.ts';
import { parseJson } from '../../src/contract/parse-json.ts';
import { readBody } from '../../src/contract/read-body.ts';
import { createIcims } from '../../src/icims/create-icims.ts';
import { createCallerRate } from '../../src/intake/caller-rate.ts';
import { createInFlight } from '../../src/intake/in-flight.ts';
import { type IntakeStore, type KeptEvent } from '../../src/intake/intake-store.ts';
import { createLocationCache } from '../../src/intake/location-cache.ts';
import { servePartnerApi } from '../../src/intake/partner-api.ts';
import { createObservers } from '../../src/wire/observers.ts';
import { type Platform } from '../../src/platforms/platform.ts';
import { batch } from '../../src/runtime/batch.ts';
import { createIds } from '../../src/runtime/create-ids.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { createLog } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { createDatabase, isRowsFault, type Database } from '../../src/store/database.ts';
import { createIntakeStore } from '../../src/store/intake-store.ts';
import { createVault } from '../../src/store/vault.ts';
import { type PrivateConnection } from '../../src/store/private-postgres.ts';
import { keepEvents } from '../../src/store/keep-events.ts';
import { serveParent } from './child.ts';
import { fastifyListener } from './fastify-listener.ts';
import { layers, type Layer } from './layer-names.ts';

interface Surroundings {
  readonly connection: PrivateConnection;
  readonly platforms: readonly Platform[];
}

interface Parts extends Surroundings {
  readonly database: Database;
}

type Listener = RequestListener | Express;

const NOTHING = Buffer.alloc(0);
const MAX_BYTES = 1024 * 1024;
const EVENTS_PATH = '/icims/v1/events';

const methods = { serve };
export type Floor = typeof methods;
serveParent(methods);

/** Starts all layers, each on a port of its own. */
async function serve(surroundings: Surroundings): Promise<Record<Layer, number>> {
  const database = createDatabase(surroundings.connection, () => undefined, { planOnce: true });
  const parts = { ...surroundings, database };
  const ports = await Promise.all(layers.map(async (layer) => listen(await listenerOf[layer](parts))));
  return Object.fromEntries(layers.map((layer, index) => [layer, ports[index]])) as Record<Layer, number>;
}

const listenerOf = {
  bare: () => bareListener((event, response) => answer(response, event)),
  express: () => expressApp(),
  authenticated: ({ platforms }) => expressApp(platforms),
  contract: ({ platforms }) => partnerApp(platforms, { store: storeNothing(), logs: false }),
  logged: ({ platforms }) => partnerApp(platforms, { store: storeNothing(), logs: true }),
  durable: ({ platforms, database }) =>
    partnerApp(platforms, { store: createIntakeStore(database, createVault(database, Buffer.alloc(32))), logs: true }),
  fastify: ({ platforms, database }) => {
    const directory = createCredentialDirectory(platforms);
    const authenticate = ({ raw: { headers, rawHeaders } }: FastifyRequest): void => {
      const signed = {
        method: 'POST',
        target: EVENTS_PATH,
        headers,
        rawHeaders,
        wireBody: NOTHING,
        inflatedBody: NOTHING,
      };
      authenticateEvent(signed, directory, { now: new Date(), skewMs: 900_000 });
    };
    const keep = keeping(database);
    return fastifyListener({ path: EVENTS_PATH, authenticate, keep: (event) => keep(toKept(event)) });
  },
  floor: ({ database }) => {
    const keep = keeping(database);
    return bareListener((event, response) => void keep(toKept(event)).then(() => answer(response, event)));
  },
} as const satisfies Record<Layer, (parts: Parts) => Listener | Promise<Listener>>;

function keeping(database: Database): (event: KeptEvent) => Promise<unknown> {
  return batch((events: readonly KeptEvent[]) => keepEvents(database, events), { isItemsFault: isRowsFault });
}

function listen(listener: Listener): Promise<number> {
  const server = createServer(listener);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

type Fields = Readonly<Record<string, string>>;

function bareListener(then: (event: Fields, response: ServerResponse) => void): RequestListener {
  return (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => then(JSON.parse(Buffer.concat(chunks).toString()) as Fields, response));
  };
}

function answer(response: ServerResponse, { newStatus }: Fields): void {
  const body = JSON.stringify({ status: 'ignored', reason: `No trigger names status ${newStatus ?? ''}.` });
  response.setHeader('content-type', 'application/json');
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}

function toKept(event: Fields): KeptEvent {
  const { customerId = '', eventType = '', systemId = '', jobId = '', personId = '' } = event;
  const { oldStatus = '', newStatus = '' } = event;
  return {
    id: randomUUID(),
    event: { customerId, eventType, systemId, jobId, personId, oldStatus, newStatus },
    outcome: 'ignored',
    code: null,
    reason: `No trigger names status ${newStatus}.`,
    hireId: null,
    receivedAt: new Date(),
  };
}

/** Express with our reading of bodies, and with `platforms` our check of credentials. */
function expressApp(platforms?: readonly Platform[]): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  const directory = platforms === undefined ? null : createCredentialDirectory(platforms);
  app.post(EVENTS_PATH, async (request, response) => {
    const body = await readBody(request, MAX_BYTES);
    const { method, originalUrl: target, headers, rawHeaders } = request;
    const clock = { now: new Date(), skewMs: 900_000 };
    if (directory !== null) authenticateEvent({ method, target, headers, rawHeaders, ...body }, directory, clock);
    const event = directory === null ? JSON.parse(body.inflatedBody.toString()) : parseJson(body.inflatedBody);
    response.json({ status: 'ignored', reason: `No trigger names status ${String((event as Fields)['newStatus'])}.` });
  });
  return app;
}

/** The partner API as the service serves it, with a store of choice, with or without log and metrics. */
function partnerApp(platforms: readonly Platform[], { store, logs }: { store: IntakeStore; logs: boolean }): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  const clock = (): Date => new Date();
  const directory = createCredentialDirectory(platforms);
  const byId = new Map(platforms.map((platform) => [platform.customerId, platform]));
  const attention = { raise: () => undefined, clear: () => undefined, refresh: () => Promise.resolve() };
  const observe = createObservers({ log: createLog('info'), metrics: createMetrics(), attention, clock });
  servePartnerApi(app, {
    store,
    icims: createIcims({ http: createHttp({ insecureHosts: new Set(), userAgent: 'bench' }), clock }),
    clock,
    newId: createIds(Date.now),
    validateResponses: false,
    locations: createLocationCache(),
    platformOf: (customerId) => byId.get(customerId),
    deadlineMs: 20_000,
    inFlight: createInFlight(),
    onAccepted: () => undefined,
    observe: logs ? observe.event : () => undefined,
    directory: () => directory,
    hmacSkewMs: 900_000,
    rate: createCallerRate(100_000),
    noteUse: () => undefined,
    onAnswer: logs ? observe.answer : () => undefined,
  });
  return app;
}

/** Answers at once, for the layers before the commit. */
function storeNothing(): IntakeStore {
  return {
    refuseRepeat: () => Promise.resolve({ earlier: null, now: new Date() }),
    findOpenHires: () => Promise.resolve([]),
    keepEvent: () => Promise.resolve(),
    acceptHire: () => Promise.resolve('accepted'),
    withdrawHires: () => Promise.resolve([]),
    updateHire: () => Promise.resolve(),
  };
}
