import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { validateRequests } from '../contract/validate-requests.ts';
import { serveApi } from './api/serve-api.ts';
import { controlRouter } from './control/control-router.ts';
import { recruiterRouter } from './recruiter/recruiter-router.ts';
import { type Employer } from './seed/employer.ts';
import { exampleHealth } from './seed/example-health.ts';
import { sampleRobotics } from './seed/sample-robotics.ts';
import { SimulatedPlatform } from './simulated-platform.ts';

/** How to start the simulated iCIMS. Everything has a default. */
export interface SimulatedIcimsOptions {
  /** 0 takes a free port. */
  readonly port?: number;
  readonly employers?: readonly Employer[];
  readonly now?: () => Date;
  /** Hold answers to openapi/icims.yaml too. Off for benchmarks. */
  readonly validateResponses?: boolean;
  /** How many calls each platform's log keeps. */
  readonly callLogLimit?: number;
}

/** A running simulated iCIMS that hosts one or several customer platforms. */
export interface SimulatedIcims {
  /** Base URL: API host and login host in one. */
  readonly url: string;
  readonly port: number;
  readonly platforms: readonly SimulatedPlatform[];
  /** Throws RangeError for a customer id that is not hosted. */
  platform(customerId: string): SimulatedPlatform;
  close(): Promise<void>;
}

/**
 * Starts a server on loopback that behaves as iCIMS' public pages document: the REST API under `/customers/{customerId}`,
 * tokens at `/oauth/token`, the recruiter's page at `/recruiter/{customerId}`, and controls under `/_control`.
 */
export async function startSimulatedIcims(options: SimulatedIcimsOptions = {}): Promise<SimulatedIcims> {
  const server = createServer();
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const { now = () => new Date(), callLogLimit = 10_000, employers = [exampleHealth, sampleRobotics] } = options;
  const platforms = new Map(
    employers.map((each) => [each.customerId, new SimulatedPlatform(each, { serverUrl: url, now, callLogLimit })]),
  );
  server.on('request', createApp(platforms, options.validateResponses ?? true));
  return {
    url,
    port,
    platforms: [...platforms.values()],
    platform: (customerId) => known(platforms, customerId),
    close: () => close(server),
  };
}

function createApp(platforms: ReadonlyMap<string, SimulatedPlatform>, validateResponses: boolean): Express {
  const specPath = join(import.meta.dirname, '..', '..', 'openapi', 'icims.yaml');
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple');
  app.use('/_control', controlRouter(platforms));
  app.use('/recruiter', recruiterRouter(platforms));
  app.use(serveApi(platforms, validateRequests(specPath, { validateResponses })));
  return app;
}

function known(platforms: ReadonlyMap<string, SimulatedPlatform>, customerId: string): SimulatedPlatform {
  const platform = platforms.get(customerId);
  if (platform === undefined) throw new RangeError(`No simulated platform ${customerId}`);
  return platform;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((problem) => (problem === undefined ? resolve() : reject(problem)));
  });
}
