import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { platformDifference } from '../platforms/platform-difference.ts';
import { type PlatformHistory } from '../platforms/platform-history.ts';
import { type PlatformDocument } from '../platforms/platform.ts';
import { revertedDocument } from '../platforms/reverted-document.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { isPolicyAccepted } from './is-policy-accepted.ts';
import { changePlatform } from './put-platform.ts';
import { show } from './show.ts';
import { etag, findPlatform, noPlatform, shown, withoutVersion } from './shown-platform.ts';
import { toChange } from './to-platform-change.ts';

type VersionOperations = Pick<
  operations,
  'listPlatformVersions' | 'comparePlatformVersions' | 'revertPlatform' | 'previewPlatform'
>;

type Parts = OperatorParts & { readonly history: PlatformHistory };

/** What became of a platform document over time, and what a document would change. */
export function versionOperations(parts: Parts): Handlers<VersionOperations, AdminCaller> {
  return {
    listPlatformVersions: async ({ path: { customerId }, query: { limit = 50, cursor } }) => {
      await findPlatform(customerId, parts);
      const before = cursor === undefined ? undefined : toVersion(cursor);
      const rows = await parts.history.listVersions(customerId, { before, limit: limit + 1 });
      const items = rows.slice(0, limit);
      return {
        status: 200,
        body: { items: show(items), next: rows.length > limit ? String(items.at(-1)?.version) : null },
      };
    },
    comparePlatformVersions: async ({ path: { customerId }, query: { from, to } }) => {
      const [before, after] = await Promise.all([
        findVersion(customerId, from, parts),
        findVersion(customerId, to, parts),
      ]);
      return { status: 200, body: { items: show(platformDifference(before, after)) } };
    },
    revertPlatform: async ({ path: { customerId }, body: { version }, header, caller }) => {
      const earlier = await findVersion(customerId, version, parts);
      const edit = (before: PlatformDocument | undefined) => {
        if (before === undefined) throw noPlatform();
        return { document: revertedDocument(earlier, before), detail: { revertedTo: version } };
      };
      const { platform } = await changePlatform(customerId, edit, { ifMatch: header('If-Match'), caller }, parts);
      return { status: 200, body: shown(platform), headers: etag(platform) };
    },
    previewPlatform: async ({ path: { customerId }, body, caller }) => {
      const before = await findPlatform(customerId, parts);
      const { document } = toChange({ ...body, customerId }, before, {
        ...{ at: parts.clock(), actor: caller.name, checkUrl: parts.checkUrl },
        policyAccepted: await isPolicyAccepted(customerId, parts.policies),
      });
      return { status: 200, body: { items: show(platformDifference(withoutVersion(before), document)) } };
    },
  };
}

/** Without its number, as documents are compared. */
async function findVersion(customerId: string, version: number, { history }: Parts): Promise<PlatformDocument> {
  const found = await history.getVersion(customerId, version);
  if (found === undefined)
    throw new Failure(
      'invalid',
      'NOT_FOUND',
      `There is no version ${version} of this platform. The list names those that are kept.`,
    );
  return withoutVersion(found);
}

function toVersion(cursor: string): number {
  if (/^[0-9]{1,9}$/.test(cursor)) return Number(cursor);
  throw new Failure('invalid', 'INVALID_CURSOR', 'Send back `next` of the page before as `cursor`, unchanged.');
}
