import { reachOf } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { platformFields } from '../hires/platform-fields.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { putPlatform } from './put-platform.ts';
import { etag, findPlatform, noPlatform, shown } from './shown-platform.ts';

type PlatformOperations = Pick<
  operations,
  'listPlatforms' | 'getPlatform' | 'putPlatform' | 'deletePlatform' | 'listPlatformFields'
>;

/** The platform document: read, put, delete. */
export function platformOperations(parts: OperatorParts): Handlers<PlatformOperations, AdminCaller> {
  return {
    listPlatforms: async ({ query, caller }) => ({
      status: 200,
      body: await listPlatforms({ ...query, only: reachOf(caller.grants, 'platforms.read') }, parts),
    }),
    getPlatform: async ({ path }) => {
      const platform = await findPlatform(path.customerId, parts);
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
    listPlatformFields: async ({ path }) => ({
      status: 200,
      body: { items: platformFields(await findPlatform(path.customerId, parts)) },
    }),
  };
}

async function deletePlatform(customerId: string, { name }: AdminCaller, parts: OperatorParts): Promise<void> {
  const what = { action: 'platform.deleted', customerId, subject: customerId, detail: {} } as const;
  if (!(await parts.platforms.deletePlatform({ at: parts.clock(), actor: name, ...what }))) throw noPlatform();
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
