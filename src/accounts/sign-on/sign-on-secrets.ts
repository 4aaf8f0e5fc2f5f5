import { createHmac } from 'node:crypto';

/** What binds one sign-in to one browser, from its beginning to its end. */
export interface SignOnSecrets {
  /** Comes back in the address, and shows that this browser began (RFC 6749, 10.12). */
  readonly state: string;
  /** Comes back in the ID token, which so cannot be one of another sign-in. */
  readonly nonce: string;
  /** Shows the provider that who redeems the code is who began (RFC 7636). */
  readonly codeVerifier: string;
}

/** All three follow from the secret in the browser's cookie, so none of them has to be kept. */
export function signOnSecretsOf(token: string): SignOnSecrets {
  const derive = (use: string): string => createHmac('sha256', token).update(`sign-on ${use}`).digest('base64url');
  return { state: derive('state'), nonce: derive('nonce'), codeVerifier: derive('code verifier') };
}
