import { Failure } from '../../runtime/failure.ts';
import { type AdminClient } from '../../sandbox/admin-client.ts';
import { type ConnectionTest, type PlatformDocument, type PlatformField } from '../contract-types.ts';

interface Asking {
  readonly customerId: string;
  readonly connectorUrl: string;
  readonly report: (line: string) => void;
}

/** What the connector knows of the platform before anybody does anything. */
export interface Asked {
  readonly document: PlatformDocument;
  readonly fields: readonly PlatformField[];
}

/**
 * Tests the connection first, so that nobody plays use cases that cannot succeed.
 *
 * @throws Failure `unavailable` NO_ANSWER when the connector does not tell; `rejected` CONNECTION with every check that failed; PLATFORM_OFF for a platform that is switched off.
 */
export async function askPlatform(admin: AdminClient, { customerId, connectorUrl, report }: Asking): Promise<Asked> {
  const path = platformPath(customerId);
  const document = await admin.get<PlatformDocument>(path).catch((thrown: unknown) => {
    throw new Failure(
      'unavailable',
      'NO_ANSWER',
      `The connector at ${connectorUrl} does not tell. ${messageOf(thrown)}`,
    );
  });
  if (!document.enabled) throw new Failure('rejected', 'PLATFORM_OFF', `Platform ${customerId} is switched off.`);
  const test = await testConnection(admin, customerId, undefined);
  const failed = test.checks.filter(({ ok }) => !ok).map(({ name, sentence }) => `${name}: ${sentence}`);
  if (failed.length > 0)
    throw new Failure('rejected', 'CONNECTION', `The connection test of ${customerId} failed. ${failed.join(' ')}`);
  report(
    `The connection to ${document.name} (${customerId}) works: ${test.checks.map(({ sentence }) => sentence).join(' ')}`,
  );
  const { items: fields } = await admin.get<{ items: PlatformField[] }>(`${path}/fields`);
  return { document, fields };
}

/** With a workflow its records are read too. */
export function testConnection(
  admin: AdminClient,
  customerId: string,
  workflowId: string | undefined,
): Promise<ConnectionTest> {
  return admin.post<ConnectionTest>(
    `${platformPath(customerId)}/connection-test`,
    workflowId === undefined ? {} : { workflowId },
  );
}

function messageOf(thrown: unknown): string {
  return String(thrown) === 'TypeError: fetch failed' ? 'Nothing answers there: see CONNECTOR_URL.' : String(thrown);
}

function platformPath(customerId: string): string {
  return `/api/v1/platforms/${encodeURIComponent(customerId)}`;
}
