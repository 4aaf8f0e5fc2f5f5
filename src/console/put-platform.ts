import { RequestFailure } from '../contract/request-failure.ts';
import { type Platform, type PlatformDocument } from '../platforms/platform.ts';
import { type PlatformChange } from '../platforms/platform-store.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { isPolicyAccepted } from './is-policy-accepted.ts';
import { faulty, toChange } from './to-platform-change.ts';

/** Parked for want of access: a changed document may have mended it. */
const ACCESS_REASONS = ['ICIMS_ACCESS', 'CASE_SYSTEM_ACCESS'];

type PutParts = Pick<OperatorParts, 'platforms' | 'policies' | 'clock' | 'onPlatformsChanged' | 'control' | 'checkUrl'>;

/** Keeps a checked document; what was parked for want of access is tried again with it. */
export async function putPlatform(
  customerId: string,
  sent: PlatformDocument,
  { ifMatch, caller }: { ifMatch: string | undefined; caller: AdminCaller },
  parts: PutParts,
): Promise<{ platform: Platform; created: boolean }> {
  if (sent.customerId !== customerId)
    throw faulty([{ pointer: '/customerId', problem: 'must be the customer ID of the path' }]);
  const policyAccepted = await isPolicyAccepted(customerId, parts.policies);
  const change = (before: Platform | undefined): PlatformChange =>
    toChange(sent, before, { at: parts.clock(), actor: caller.name, checkUrl: parts.checkUrl, policyAccepted });
  const put = await parts.platforms.putPlatform({ customerId, expectedVersion: versionOf(ifMatch), change });
  await parts.platforms.clearAttention(customerId, ACCESS_REASONS);
  await parts.onPlatformsChanged();
  await parts.control.releaseParked({ customerId, reasons: ACCESS_REASONS, actor: caller.name });
  return put;
}

function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const version = /^(?:W\/)?"?([0-9]{1,9})"?$/.exec(ifMatch)?.[1];
  if (version === undefined)
    throw new RequestFailure('INVALID_REQUEST', 'If-Match must be the ETag of the document that was read.');
  return Number(version);
}
