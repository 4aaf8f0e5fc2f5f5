import { reachOf } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { RequestFailure } from '../contract/request-failure.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { checkPlatformMapping } from '../hires/check-platform-mapping.ts';
import { platformFields } from '../hires/platform-fields.ts';
import { PlatformDocument, type Platform } from '../platforms/platform.ts';
import { changedSecrets, countInbound, keepSecrets, maskSecrets } from '../platforms/platform-secrets.ts';
import { type PlatformChange } from '../platforms/platform-store.ts';
import { Failure, toFailure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { testConnection } from './test-connection.ts';

type PlatformOperations = Pick<
  operations,
  'listPlatforms' | 'getPlatform' | 'putPlatform' | 'deletePlatform' | 'testConnection' | 'listPlatformFields'
>;

/** Parked for want of access: a changed document may have mended it. */
const ACCESS_REASONS = ['ICIMS_ACCESS', 'CASE_SYSTEM_ACCESS'];

/** The platform document: read, put, delete, test. */
export function platformOperations(parts: OperatorParts): Handlers<PlatformOperations, AdminCaller> {
  return {
    listPlatforms: async ({ query, caller }) => ({
      status: 200,
      body: await listPlatforms({ ...query, only: reachOf(caller.grants, 'platforms.read') }, parts),
    }),
    getPlatform: async ({ path }) => {
      const platform = await find(path.customerId, parts);
      return { status: 200, body: shown(platform), headers: etag(platform) };
    },
    putPlatform: async ({ path, body, header, caller }) => {
      const { platform, created } = await putPlatform(
        path.customerId,
        body,
        { ifMatch: header('If-Match'), caller },
        parts,
      );
      return { status: created ? 201 : 200, body: shown(platform), headers: etag(platform) };
    },
    deletePlatform: async ({ path: { customerId }, caller }) => {
      await deletePlatform(customerId, caller, parts);
      return { status: 204, body: undefined };
    },
    testConnection: async ({ path, body }) => {
      const platform = await find(path.customerId, parts);
      return { status: 200, body: await testConnection(platform, body?.workflowId, parts.icims) };
    },
    listPlatformFields: async ({ path }) => ({
      status: 200,
      body: { items: platformFields(await find(path.customerId, parts)) },
    }),
  };
}

async function deletePlatform(customerId: string, { name }: AdminCaller, parts: OperatorParts): Promise<void> {
  const what = { action: 'platform.deleted', customerId, subject: customerId, detail: {} } as const;
  if (!(await parts.platforms.deletePlatform({ at: parts.clock(), actor: name, ...what }))) throw notFound();
  await parts.onPlatformsChanged();
}

async function listPlatforms(
  { limit, cursor, only }: { limit?: number; cursor?: string; only: readonly string[] | undefined },
  { platforms, icims }: OperatorParts,
) {
  const size = limit ?? 50;
  const rows = await platforms.listPlatforms({ after: cursor, limit: size + 1, only });
  const page = rows.slice(0, size);
  const raised = await platforms.attentionOf(page.map(({ platform }) => platform.customerId));
  const items = page.map(({ platform, updatedAt }) => {
    const { customerId, name, environment, enabled, version } = platform;
    const attention = raised
      .filter((one) => one.customerId === customerId)
      .map(({ code, sentence, since }) => ({ code, sentence, since: since.toISOString() }));
    return {
      customerId,
      name,
      environment,
      enabled,
      version,
      attention,
      allowance: icims.allowanceOf(platform),
      updatedAt: updatedAt.toISOString(),
    };
  });
  return { items, next: rows.length > size ? (items.at(-1)?.customerId ?? null) : null };
}

async function find(customerId: string, { platforms }: OperatorParts): Promise<Platform> {
  const platform = await platforms.getPlatform(customerId);
  if (platform === undefined) throw notFound();
  return platform;
}

function notFound(): Failure {
  return new Failure('invalid', 'NOT_FOUND', 'There is no such platform.');
}

/** The version is the connector's, not the document's. */
function shown({
  version: _version,
  ...document
}: Platform): PlatformOperations['getPlatform']['responses'][200]['content']['application/json'] {
  return maskSecrets(document) as PlatformOperations['getPlatform']['responses'][200]['content']['application/json'];
}

function etag({ version }: Platform): Record<string, string> {
  return { ETag: `"${version}"` };
}

/** Keeps a checked document; what was parked for want of access is tried again with it. */
export async function putPlatform(
  customerId: string,
  sent: PlatformDocument,
  { ifMatch, caller }: { ifMatch: string | undefined; caller: AdminCaller },
  parts: Pick<OperatorParts, 'platforms' | 'clock' | 'onPlatformsChanged' | 'control' | 'checkUrl'>,
): Promise<{ platform: Platform; created: boolean }> {
  if (sent.customerId !== customerId)
    throw faulty([{ pointer: '/customerId', problem: 'must be the customer ID of the path' }]);
  const change = (before: Platform | undefined): PlatformChange =>
    toChange(sent, before, { at: parts.clock(), actor: caller.name, checkUrl: parts.checkUrl });
  const put = await parts.platforms.putPlatform({ customerId, expectedVersion: versionOf(ifMatch), change });
  await parts.platforms.clearAttention(customerId, ACCESS_REASONS);
  await parts.onPlatformsChanged();
  await parts.control.releaseParked({ customerId, reasons: ACCESS_REASONS, actor: caller.name });
  return put;
}

/**
 * What a sent document makes of the platform as it is now: masks replaced by the stored secrets, and everything checked.
 *
 * @throws RequestFailure INVALID_REQUEST that names every fault.
 */
export function toChange(
  sent: PlatformDocument,
  before: Platform | undefined,
  { at, actor, checkUrl }: { at: Date; actor: string; checkUrl: OperatorParts['checkUrl'] },
): PlatformChange {
  const { document, unknown } = keepSecrets(sent, before);
  const faults = [
    ...unknown.map((pointer) => ({
      pointer,
      problem: 'is masked, but no secret is stored for this user at this address: send the secret itself',
    })),
    ...(countInbound(document) === 0
      ? [{ pointer: '/inbound', problem: 'must hold at least one credential that iCIMS uses towards us' }]
      : []),
    ...shapeFaults(document),
  ];
  if (faults.length === 0) faults.push(...addressFaults(document, checkUrl));
  if (faults.length === 0) faults.push(...checkPlatformMapping(document, at.toISOString().slice(0, 10)));
  if (faults.length > 0) throw faulty(faults);
  const action = before === undefined ? 'platform.created' : 'platform.changed';
  const detail = { secrets: changedSecrets(before, document) };
  return {
    document,
    audit: { at, actor, action, customerId: document.customerId, subject: document.customerId, detail },
  };
}

/** A script that does not come through the contract (the command line) is held to the same shape. */
function shapeFaults(document: PlatformDocument): { pointer: string; problem: string }[] {
  const parsed = PlatformDocument.safeParse(document);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, problem: message }));
}

/** An address that is never called is refused before every hire fails at it. */
function addressFaults({ icims, caseSystem }: PlatformDocument, checkUrl: OperatorParts['checkUrl']) {
  const urls = [
    { pointer: '/icims/apiBaseUrl', url: icims.apiBaseUrl },
    ...(icims.auth.type === 'oauth2' ? [{ pointer: '/icims/auth/tokenUrl', url: icims.auth.tokenUrl }] : []),
    ...(caseSystem.type === 'webhook' ? [{ pointer: '/caseSystem/url', url: caseSystem.url }] : []),
  ];
  return urls.flatMap(({ pointer, url }) => {
    const problem = problemOf(() => checkUrl(url));
    return problem === undefined ? [] : [{ pointer, problem }];
  });
}

function problemOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (thrown) {
    return `is refused. ${toFailure(thrown).message} For a sandbox, name its host and port in ALLOW_INSECURE_HOSTS.`;
  }
}

function faulty(faults: readonly { pointer: string; problem: string }[]): RequestFailure {
  const named = faults.slice(0, 10).map(({ pointer, problem }) => `${pointer} ${problem}`);
  return new RequestFailure(
    'INVALID_REQUEST',
    `The platform document has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${named.join('; ')}`,
    faults,
  );
}

function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const version = /^(?:W\/)?"?([0-9]{1,9})"?$/.exec(ifMatch)?.[1];
  if (version === undefined)
    throw new RequestFailure('INVALID_REQUEST', 'If-Match must be the ETag of the document that was read.');
  return Number(version);
}
