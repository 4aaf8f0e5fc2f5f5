import { type ClientPatience, type Service, startService } from '../../src/wire/service.ts';
import { type PlatformDocument } from '../../src/platforms/platform.ts';
import { privacyPolicy } from '../../src/platforms/privacy-policy.ts';
import { readConfig } from '../../src/runtime/config.ts';
import { platformDocumentFor } from '../../src/sandbox/platform-document-for.ts';
import { type EventBody } from '../../src/sandbox/events/status-change-event.ts';
import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';
import { type SimulatedIcims, startSimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { adminOf, type Admin } from './admin.ts';
import { captureLog, type CapturedLog } from './capture-log.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { type Answer, sendEvent, type Sending } from './send-event.ts';

export const ADMIN_TOKEN = 'test-admin-token-0123456789-0123456789';
export const MASTER_KEY = Buffer.alloc(32, 'master-key-of-a-test').toString('base64');

/** What a test changes of a platform document. */
export type PlatformChanges = Partial<PlatformDocument>;

export interface ConnectorOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Served from the start, by customer id; 9001 alone unless told otherwise. */
  readonly platforms?: Readonly<Record<string, PlatformChanges>>;
  /** `host:port` of other servers that the connector may call. */
  readonly insecureHosts?: readonly string[];
  /** How long clients may take, when not as long as in production. */
  readonly patience?: ClientPatience;
  /** To start again on what another connector left. */
  readonly on?: Pick<TestConnector, 'icims' | 'database'>;
}

/** A whole connector on a database of its own, and a simulated iCIMS beside it. */
export interface TestConnector {
  readonly url: string;
  /** As people and links name it. */
  readonly consoleUrl: string;
  readonly icims: SimulatedIcims;
  readonly database: TestDatabase;
  readonly admin: Admin;
  /** The simulated side of a platform. */
  theirs(customerId?: string): SimulatedPlatform;
  /** Sends an event as its customer's platform does. */
  send(event: EventBody, sending?: Sending): Promise<Answer>;
  /** Accepts the privacy policy for a platform, as a script does. */
  consent(customerId: string): Promise<void>;
  /** Puts a platform document, consent given, and expects it to be taken. */
  serve(customerId: string, changes?: PlatformChanges): Promise<void>;
  logLines(): readonly string[];
  /** Stops the connector only. */
  stop(): Promise<void>;
  /** Stops the connector and everything around it. */
  close(): Promise<void>;
}

export async function startConnector(options: ConnectorOptions = {}): Promise<TestConnector> {
  const icims = options.on?.icims ?? (await startSimulatedIcims());
  const database = options.on?.database ?? (await createTestDatabase());
  const log = captureLog();
  const service = await startService(configOf(icims, database, options), log, {
    validateResponses: true,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
  });
  const connector = toConnector({ icims, database, log, service });
  for (const [customerId, changes] of Object.entries(platformsOf(options))) await connector.serve(customerId, changes);
  return connector;
}

/** What another connector left is served already. */
function platformsOf({ platforms, on }: ConnectorOptions): Readonly<Record<string, PlatformChanges>> {
  return platforms ?? (on === undefined ? { '9001': {} } : {});
}

interface Parts {
  readonly icims: SimulatedIcims;
  readonly database: TestDatabase;
  readonly log: CapturedLog;
  readonly service: Service;
}

function configOf(icims: SimulatedIcims, database: TestDatabase, options: ConnectorOptions) {
  return readConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    MASTER_KEY,
    ADMIN_TOKEN,
    ALLOW_INSECURE_HOSTS: [new URL(icims.url).host, ...(options.insecureHosts ?? [])].join(','),
    ...options.environment,
  });
}

function toConnector({ icims, database, log, service }: Parts): TestConnector {
  const url = `http://127.0.0.1:${service.port}`;
  const admin = adminOf(url, ADMIN_TOKEN);
  const consent = async (customerId: string): Promise<void> => {
    const body = { version: privacyPolicy.version, onBehalfOf: 'Ana Example' };
    await admin.post(`/api/v1/platforms/${customerId}/policy-acceptance`, body).expect(200);
  };
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= service.stop());
  return {
    url,
    consoleUrl: service.publicUrl,
    icims,
    database,
    admin,
    theirs: (customerId = '9001') => icims.platform(customerId),
    send(event, sending) {
      const theirs = icims.platforms.find(({ customerId }) => customerId === String(event['customerId']));
      const { credentials } = theirs ?? icims.platform('9001');
      return sendEvent(event, { url, credentials: credentials.events }, sending);
    },
    consent,
    async serve(customerId, changes) {
      await consent(customerId);
      await admin.put(`/api/v1/platforms/${customerId}`, aPlatform(icims, customerId, changes)).expect(isTaken);
    },
    logLines: () => log.lines(),
    stop,
    async close() {
      await stop();
      await icims.close();
      await database.drop();
    },
  };
}

function isTaken({ status, text }: { status: number; text: string }): void {
  if (status !== 200 && status !== 201) throw new Error(`The platform document was answered ${status}: ${text}`);
}

/** The platform document of a simulated platform, with changes. */
export function aPlatform(
  icims: Pick<SimulatedIcims, 'url'>,
  customerId = '9001',
  changes: PlatformChanges = {},
): PlatformDocument {
  return { ...(platformDocumentFor(customerId, { icims: icims.url }) as unknown as PlatformDocument), ...changes };
}
