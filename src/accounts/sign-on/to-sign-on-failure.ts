import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import { Failure } from '../../runtime/failure.ts';
import { signOnRefused } from './sign-on-refused.ts';

const LATER = 'The sign-in of your company does not answer just now. Try again in some minutes, or use your password.';
const UNUSABLE = 'The sign-in of your company is not set up rightly here. Ask your operator, or use your password.';

/** While the provider is only described, everything that is wrong is wrong with its set-up. */
export function toDiscoveryFailure(thrown: unknown): Failure {
  return ofOurs(thrown) ?? unusable(codeOf(thrown));
}

/**
 * What an answer that cannot be used means: SIGN_ON_UNAVAILABLE, SIGN_ON_UNUSABLE when our client is refused, else
 * SIGN_ON_REFUSED. What was thrown carries tokens and is dropped; only its code is told to the log.
 */
export function toSignOnFailure(thrown: unknown): Failure {
  const ours = ofOurs(thrown);
  if (ours !== undefined) return ours;
  if (thrown instanceof AuthorizationResponseError) return signOnRefused('said-no', toWord(thrown.error));
  if (thrown instanceof WWWAuthenticateChallengeError) return unusable('client refused');
  if (!(thrown instanceof ResponseBodyError)) return signOnRefused('not-trusted', codeOf(thrown));
  // RFC 6749, 5.2: a code that is used, too old or another's; all else is wrong with the client.
  return thrown.error === 'invalid_grant'
    ? signOnRefused('not-begun', 'invalid_grant')
    : unusable(toWord(thrown.error));
}

/** The library wraps what its fetch throws. */
function ofOurs(thrown: unknown): Failure | undefined {
  if (thrown instanceof Failure) return ofGuard(thrown);
  return thrown instanceof Error && thrown.cause !== undefined ? ofOurs(thrown.cause) : undefined;
}

function ofGuard(failure: Failure): Failure {
  if (failure.code.startsWith('SIGN_ON_')) return failure;
  if (failure.kind !== 'unavailable') return unusable(failure.code);
  return new Failure('unavailable', 'SIGN_ON_UNAVAILABLE', LATER, { facts: { cause: failure.code } });
}

function unusable(detail: string): Failure {
  return new Failure('rejected', 'SIGN_ON_UNUSABLE', UNUSABLE, { facts: { cause: detail } });
}

function codeOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? toWord(code) : 'unknown';
}

/** The other side's text goes to the log only where it is one of the protocol's words. */
function toWord(text: string): string {
  return /^[A-Za-z_]{1,80}$/.test(text) ? text : 'another';
}
