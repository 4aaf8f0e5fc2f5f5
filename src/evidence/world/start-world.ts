import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enablePlatform } from '../../sandbox/enable-platform.ts';
import { createAdminClient, type AdminClient } from '../../sandbox/admin-client.ts';
import { platformDocumentFor } from '../../sandbox/platform-document-for.ts';
import { type SimulatedPlatform } from '../../sandbox/simulated-platform.ts';
import { startSimulatedIcims } from '../../sandbox/start-simulated-icims.ts';
import { type PlatformDocument } from '../contract-types.ts';
import { breakDocument, type Break } from './break-one-thing.ts';
import { startConnectorProcess } from './connector-process.ts';
import { startStatusChangingProxy } from './status-changing-proxy.ts';

/** The real connector and the simulated iCIMS platforms that it serves. */
export interface World {
  readonly connectorUrl: string;
  /** Where iCIMS sends events to; not the connector itself when its answers are tampered with. */
  readonly eventsUrl: string;
  readonly icimsUrl: string;
  readonly platforms: readonly SimulatedPlatform[];
  readonly admin: AdminClient;
  readonly adminToken: string;
  /** The document that was put, secrets included: never for the pack. */
  readonly documents: ReadonlyMap<string, PlatformDocument>;
  close(): Promise<void>;
}

/** Starts everything on free ports with a private PostgreSQL in a temporary directory, and enables all platforms. */
export async function startWorld(broken: Break | null, inherited: NodeJS.ProcessEnv): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'connector-evidence-'));
  const adminToken = randomBytes(24).toString('base64url');
  const icims = await startSimulatedIcims();
  const connector = await startConnectorProcess(
    { DATA_DIR: dataDir, ADMIN_TOKEN: adminToken, ALLOW_INSECURE_HOSTS: new URL(icims.url).host },
    inherited,
  );
  const proxy =
    broken === 'answer-409' ? await startStatusChangingProxy(connector.url, { from: 400, to: 409 }) : undefined;
  const admin = createAdminClient(connector.url, adminToken);
  const eventsUrl = `${proxy?.url ?? connector.url}/icims/v1/events`;
  const documents = new Map<string, PlatformDocument>();
  for (const platform of icims.platforms) {
    const document = documentFor(platform, icims.url, broken);
    documents.set(platform.customerId, document);
    await enablePlatform(admin, document);
    platform.connect({ eventsUrl, tokenUrl: `${connector.url}/oauth/token` });
  }
  return {
    ...{ connectorUrl: connector.url, eventsUrl, icimsUrl: icims.url, platforms: icims.platforms, admin, adminToken },
    documents,
    async close() {
      await proxy?.close();
      await connector.stop();
      await icims.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** With a status of its own for "read the hire again", so that a change in mid-process can be shown. */
function documentFor(platform: SimulatedPlatform, icims: string, broken: Break | null): PlatformDocument {
  const document = structuredClone(platformDocumentFor(platform.customerId, { icims })) as unknown as PlatformDocument;
  document.triggers.push({
    eventType: 'WorkFlowStatusChangeEvent',
    newStatus: [platform.employer.statuses.hired.id],
    action: 'update-case',
  });
  return breakDocument(document, broken);
}
