import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type CustomFetch,
  type IDToken,
  type ServerMetadata,
  type UserInfoResponse,
} from 'openid-client';
import * as z from 'zod';
import { type Http } from '../../runtime/http.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { type ProviderIdentity, type SignOnConnection } from './sign-on-connection.ts';
import { signOnRefused } from './sign-on-refused.ts';
import { type SignOnSecrets } from './sign-on-secrets.ts';
import { toDiscoveryFailure, toSignOnFailure } from './to-sign-on-failure.ts';

// Marked as deprecated so that it stands out. Our way out decides about http, by ALLOW_INSECURE_HOSTS.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const leaveHttpToTheGuard: (configuration: Configuration) => void = allowInsecureRequests;

type Client = Pick<SignOnConnection, 'issuer' | 'clientId'> & { readonly clientSecret: string };

/** A customer's OpenID Connect provider, read anew each time: a rotated key or a moved endpoint is noticed at once. */
export interface SignOnProvider {
  /** Where to send the browser. Throws SIGN_ON_UNAVAILABLE, SIGN_ON_UNUSABLE. */
  authorizationUrl(client: Client, asked: { secrets: SignOnSecrets; email: string }): Promise<string>;
  /** Whom the provider vouches for in the query it sent back. Throws as above, and SIGN_ON_REFUSED. */
  identify(client: Client, answered: { secrets: SignOnSecrets; query: string }): Promise<ProviderIdentity>;
  /** How many keys it has. Throws SIGN_ON_UNAVAILABLE, SIGN_ON_UNUSABLE. */
  countKeys(client: Client): Promise<number>;
}

interface Parts {
  readonly http: Http;
  /** Throws for an address that is never called. */
  readonly checkUrl: (url: string) => void;
  readonly redirectUri: string;
}

/** Only signatures that need the provider's private key: none by our secret (HS256), and none at all. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const SCOPE = 'openid email profile';

export function createSignOnProvider({ http, checkUrl, redirectUri }: Parts): SignOnProvider {
  return {
    async authorizationUrl(client, { secrets: { state, nonce, codeVerifier }, email }) {
      const configuration = await discover(client, createGuardedFetch(http));
      const challenge = await calculatePKCECodeChallenge(codeVerifier);
      const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
      const asked = { redirect_uri: redirectUri, scope: SCOPE, state, nonce, login_hint: email, ...pkce };
      try {
        const { href } = buildAuthorizationUrl(configuration, asked);
        // The browser goes there: never to a script, nor to an address that we would not call ourselves.
        checkUrl(href);
        return href;
      } catch (thrown) {
        throw toDiscoveryFailure(thrown);
      }
    },
    async identify(client, { secrets, query }) {
      const configuration = await discover(client, createGuardedFetch(http));
      try {
        return await redeem(configuration, new URL(`${redirectUri}?${query}`), secrets);
      } catch (thrown) {
        throw toSignOnFailure(thrown);
      }
    },
    async countKeys(client) {
      const fetch = createGuardedFetch(http);
      const { jwks_uri: url = '' } = (await discover(client, fetch)).serverMetadata();
      try {
        const answer = await fetch(url, { method: 'GET', headers: {}, body: undefined, redirect: 'manual' });
        return Keys.parse(await answer.json()).keys.length;
      } catch (thrown) {
        throw toDiscoveryFailure(thrown);
      }
    },
  };
}

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

async function discover({ issuer, clientId, clientSecret }: Client, fetch: CustomFetch): Promise<Configuration> {
  const server = new URL(issuer);
  try {
    const options = { execute: [leaveHttpToTheGuard], [customFetch]: fetch };
    const found = (await discovery(server, clientId, undefined, undefined, options)).serverMetadata();
    // The library lets Microsoft's issuer of all tenants pass: anybody with a tenant could then name any address.
    if (new URL(found.issuer).href !== server.href) throw new TypeError('issuer');
    const authentication = isBasic(found) ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret);
    const configuration = new Configuration(allowed(found), clientId, undefined, authentication);
    configuration[customFetch] = fetch;
    leaveHttpToTheGuard(configuration);
    enableNonRepudiationChecks(configuration);
    return configuration;
  } catch (thrown) {
    throw toDiscoveryFailure(thrown);
  }
}

/** The default where the provider says nothing (OpenID Connect Discovery 1.0, section 3). */
function isBasic({ token_endpoint_auth_methods_supported: methods }: ServerMetadata): boolean {
  return methods?.includes('client_secret_basic') ?? true;
}

function allowed({
  id_token_signing_alg_values_supported: named = ['RS256'],
  ...rest
}: ServerMetadata): ServerMetadata {
  return { ...rest, id_token_signing_alg_values_supported: named.filter((name) => ALGORITHMS.includes(name)) };
}

async function redeem(configuration: Configuration, answered: URL, secrets: SignOnSecrets): Promise<ProviderIdentity> {
  const tokens = await authorizationCodeGrant(configuration, answered, {
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.codeVerifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw signOnRefused('not-trusted', 'no ID token');
  // Where an access token is given, a provider may leave the claims of scopes to this (OpenID Connect Core 1.0, 5.4).
  const asks = claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more = asks ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
  return toIdentity({ ...more, ...claims });
}

const PrintableAscii = z
  .string()
  .max(254)
  .regex(/^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/);
const Name = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}+$/u);

/** Lower-casing other letters could turn one address into another. */
function toIdentity(claims: IDToken & Partial<UserInfoResponse>): ProviderIdentity {
  const email = PrintableAscii.safeParse(claims.email).data?.toLowerCase();
  const name = Name.safeParse(claims.name).data;
  return { subject: claims.sub, email: isVerified(claims) ? email : undefined, name };
}

/**
 * Microsoft Entra ID says `xms_edov` (optional claims reference: "email domain owner verified") where others say
 * `email_verified`.
 */
function isVerified({ email_verified: verified, ...claims }: Pick<IDToken, string>): boolean {
  return verified === true || [true, 1, '1'].includes(claims['xms_edov'] as boolean);
}
