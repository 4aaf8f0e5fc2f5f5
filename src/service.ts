import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Config } from './runtime/config.ts';
import { type Log } from './runtime/log.ts';
import { wire, type Connector, type WireOptions } from './wire.ts';

export interface Service {
  readonly connector: Connector;
  readonly port: number;
  readonly publicUrl: string;
  /** Stops taking requests, lets those under way and the deliveries end, and closes everything. */
  stop(): Promise<void>;
}

/** Slow clients are cut off long before iCIMS' own 30 seconds. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 20_000;
/** Longer than the idle time of the usual load balancers, so that they close first. */
const KEEP_ALIVE_MS = 75_000;
const REQUESTS_GRACE_MS = 12_000;

/** Starts the whole service: store, worker, HTTP. `port` 0 takes a free one. */
export async function startService(config: Config, log: Log, options: Partial<WireOptions> = {}): Promise<Service> {
  let publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const connector = await wire({ ...options, config, log, publicUrl: () => publicUrl });
  const server = createServer({ connectionsCheckingInterval: 2_000 }, connector.app);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  try {
    await listen(server, config);
  } catch (error) {
    await connector.drain();
    await connector.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  return {
    connector,
    port,
    publicUrl,
    async stop() {
      const drained = connector.drain();
      await Promise.all([drained, closeServer(server)]);
      await connector.close();
    },
  };
}

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
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
