import { RequestFailure } from '../contract/request-failure.ts';
import { type Platform, type PlatformDocument } from '../platforms/platform.ts';
import { type PlatformChange } from '../platforms/platform-store.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { isPolicyAccepted } from './is-policy-accepted.ts';
import { withoutVersion } from './shown-platform.ts';
import { faulty, toChange } from './to-platform-change.ts';

/** Parked for want of access: a changed document may have mended it. */
const ACCESS_REASONS = ['ICIMS_ACCESS', 'CASE_SYSTEM_ACCESS'];

type PutParts = Pick<OperatorParts, 'platforms' | 'policies' | 'clock' | 'onPlatformsChanged' | 'control' | 'checkUrl'>;

interface By {
  readonly ifMatch: string | undefined;
  readonly caller: AdminCaller;
}

/** What is to become of a platform, and what the audit log shall say of it beside the usual. */
interface Edit extends Partial<Pick<PlatformChange['audit'], 'action' | 'detail'>> {
  readonly document: PlatformDocument;
}

/** Keeps a checked document; what was parked for want of access is tried again with it. */
export async function putPlatform(
  customerId: string,
  sent: PlatformDocument,
  by: By,
  parts: PutParts,
): Promise<{ platform: Platform; created: boolean }> {
  if (sent.customerId !== customerId)
    throw faulty([{ pointer: '/customerId', problem: 'must be the customer ID of the path' }]);
  return changePlatform(customerId, () => ({ document: sent }), by, parts);
}

/** The same for a document that is made of the present one, which nobody changes meanwhile. */
export async function changePlatform(
  customerId: string,
  edit: (before: PlatformDocument | undefined) => Edit,
  { ifMatch, caller }: By,
  parts: PutParts,
): Promise<{ platform: Platform; created: boolean }> {
  const policyAccepted = await isPolicyAccepted(customerId, parts.policies);
  const change = (before: Platform | undefined): PlatformChange => {
    const { document: wanted, action, detail } = edit(before && withoutVersion(before));
    const context = { at: parts.clock(), actor: caller.name, checkUrl: parts.checkUrl, policyAccepted };
    const { document, audit } = toChange(wanted, before, context);
    return { document, audit: { ...audit, action: action ?? audit.action, detail: { ...audit.detail, ...detail } } };
  };
  const put = await parts.platforms.putPlatform({ customerId, expectedVersion: versionOf(ifMatch), change });
  await parts.platforms.clearAttention(customerId, ACCESS_REASONS);
  await parts.onPlatformsChanged();
  await parts.control.releaseCauses({ customerId, reasons: ACCESS_REASONS, actor: caller.name });
  return put;
}

function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const version = /^(?:W\/)?"?([0-9]{1,9})"?$/.exec(ifMatch)?.[1];
  if (version === undefined)
    throw new RequestFailure('INVALID_REQUEST', 'If-Match must be the ETag of the document that was read.');
  return Number(version);
}
