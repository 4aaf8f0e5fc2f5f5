import { Failure } from '../runtime/failure.ts';

/** Why a caller was turned away. For the operator's log only: the answer to the caller is the same for every cause. */
type UnauthenticatedCause =
  | 'no-credential'
  | 'several-credentials'
  | 'unknown-scheme'
  | 'malformed'
  | 'unknown-name'
  | 'wrong-secret'
  | 'wrong-signature' // another key, or method, target or a signed header changed on the way (a proxy)
  | 'header-missing' // named in signedheaders, but not in the request
  | 'date-not-signed'
  | 'unusable-date'
  | 'stale-date'
  | 'body-not-signed'
  | 'body-hash'
  | 'expired-token'
  | 'other-platform' // a good credential, but not one of this customerId
  | 'no-admin-token'; // the admin API is closed to tokens: none is configured

/**
 * The failure behind every 401 of ours: code `UNAUTHENTICATED`, one message for every cause. `facts.cause` tells the
 * operator which it was, and `facts.name` whose credential it claimed to be; never answer `facts`.
 * @param name only a name that is configured here, never text of an unknown caller (it may be a misplaced secret)
 */
export function unauthenticated(cause: UnauthenticatedCause, name?: string): Failure {
  return new Failure('unauthenticated', 'UNAUTHENTICATED', 'The request carries no valid credential.', {
    userMessage:
      'This request could not be verified. Please ask your administrator to check the integration credential.',
    facts: name === undefined ? { cause } : { cause, name },
  });
}
