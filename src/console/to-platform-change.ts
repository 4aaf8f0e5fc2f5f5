import { RequestFailure } from '../contract/request-failure.ts';
import { checkPlatformMapping } from '../hires/check-platform-mapping.ts';
import { missingForEnabling } from '../platforms/missing-for-enabling.ts';
import { PlatformDocument, type Platform } from '../platforms/platform.ts';
import { changedSecrets, keepSecrets } from '../platforms/platform-secrets.ts';
import { type PlatformChange } from '../platforms/platform-store.ts';
import { toFailure } from '../runtime/failure.ts';
import { type OperatorParts } from './admin-parts.ts';

interface ChangeContext {
  readonly at: Date;
  readonly actor: string;
  readonly checkUrl: OperatorParts['checkUrl'];
  /** Whether the present privacy policy was accepted for the platform. */
  readonly policyAccepted: boolean;
}

/**
 * What a sent document makes of the platform as it is now: masks replaced by the stored secrets, and everything checked.
 *
 * @throws RequestFailure INVALID_REQUEST that names every fault.
 */
export function toChange(
  sent: PlatformDocument,
  before: Platform | undefined,
  { at, actor, checkUrl, policyAccepted }: ChangeContext,
): PlatformChange {
  const { document, unknown } = keepSecrets(sent, before);
  const shape = shapeFaults(document);
  const faults = [
    ...unknown.map((pointer) => ({
      pointer,
      problem: 'is masked, but no secret is stored for this user at this address: send the secret itself',
    })),
    ...(shape.length === 0 ? missingFaults(document, policyAccepted || before?.enabled === true) : shape),
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

/** What keeps a platform from being enabled; one that is enabled already needs no new consent to be changed. */
function missingFaults(document: PlatformDocument, policyAccepted: boolean) {
  if (!document.enabled) return [];
  return missingForEnabling(document, { policyAccepted }).map(({ pointer, sentence }) => ({
    pointer,
    problem: sentence,
  }));
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

export function faulty(faults: readonly { pointer: string; problem: string }[]): RequestFailure {
  const named = faults.slice(0, 10).map(({ pointer, problem }) => `${pointer} ${problem}`);
  return new RequestFailure(
    'INVALID_REQUEST',
    `The platform document has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${named.join('; ')}`,
    faults,
  );
}
