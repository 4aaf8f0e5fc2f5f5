import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { closeIfUnread } from '../contract/close-if-unread.ts';
import { type Config } from '../runtime/config.ts';
import { type Log } from '../runtime/log.ts';
import { type WireOptions } from './share.ts';
import { wire } from './wire.ts';

export interface Service {
  readonly port: number;
  readonly publicUrl: string;
  /** Stops taking requests, lets those under way and the deliveries end, and closes everything. */
  stop(): Promise<void>;
}

/** How long a client may take to say what it wants, and how often that is looked at. */
export interface ClientPatience {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly lookEveryMs: number;
}

/** Slow clients are cut off long before iCIMS' own 30 seconds. */
const PATIENCE: ClientPatience = { headersMs: 10_000, requestMs: 20_000, lookEveryMs: 2_000 };
/** Longer than the idle time of the usual load balancers, so that they close first. */
const KEEP_ALIVE_MS = 75_000;
const REQUESTS_GRACE_MS = 12_000;
const SWEEP_MS = 200;
/** Far more than iCIMS opens, and few enough that the file descriptors of the store and of our calls remain. */
const MAX_CONNECTIONS = 2_000;

interface ServiceOptions extends Pick<WireOptions, 'validateResponses' | 'clock' | 'announce'> {
  readonly patience?: ClientPatience;
}

/**
 * Starts the whole service: HTTP, store, worker. The port is taken first, so that a second start fails before it touches
 * anything; until all is ready every request is answered 503. `port` 0 takes a free one.
 */
export async function startService(config: Config, log: Log, options: ServiceOptions = {}): Promise<Service> {
  const { patience = PATIENCE, ...wiring } = options;
  let handle: RequestListener = answerStarting;
  let leaving = false;
  const server = createHttpServer(patience, (request, response) => {
    if (leaving) response.setHeader('Connection', 'close');
    handle(request, response);
  });
  await listen(server, config);
  const { port } = server.address() as AddressInfo;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const connector = await wire({ ...wiring, config, log, publicUrl }).catch(async (error: unknown) => {
    await closeServer(server);
    throw error;
  });
  handle = connector.app;
  return {
    port,
    publicUrl,
    async stop() {
      leaving = true;
      await Promise.all([connector.drain(), closeServer(server)]);
      await connector.close();
    },
  };
}

function createHttpServer({ headersMs, requestMs, lookEveryMs }: ClientPatience, listener: RequestListener): Server {
  const limits = { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: lookEveryMs };
  const server = createServer({ ...limits, keepAliveTimeout: KEEP_ALIVE_MS }, listener);
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}

const answerStarting: RequestListener = (request, response) => {
  closeIfUnread(request, response);
  response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ status: 'unavailable', reason: 'The service is starting.' }));
};

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Idle connections go at once; those with a request under way when it is answered, or at the end of the grace time. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), REQUESTS_GRACE_MS);
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(cutOff);
      clearInterval(sweep);
      resolve();
    });
  });
}
