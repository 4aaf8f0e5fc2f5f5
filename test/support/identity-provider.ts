import { jest } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider, type Configuration } from 'oidc-provider';
import { startLocalServer, type LocalServer } from './local-server.ts';

/** What the provider says of somebody. */
interface Claims {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** A real OpenID Connect provider (oidc-provider) on a free port, with its own pages for login and consent. */
export interface IdentityProvider extends LocalServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** By subject, which is what is typed as the login. Whoever is not here has a verified address that equals it. */
  readonly people: Map<string, Claims>;
  /** From now on it signs with another key, and publishes that one only. */
  rotateKey(): void;
  /** Goes through login and consent as a person does; answers the query that the browser is sent back with. */
  signIn(authorizationUrl: string, login: string): Promise<string>;
}

const CLIENT = { id: 'connector', secret: 'client-secret-of-a-test' };

export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const people = new Map<string, Claims>();
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = await startLocalServer((request, response) => void handle(request, response));
  const rotateKey = (): void => {
    handle = quietly(() => new Provider(server.url, configurationOf(redirectUri, people))).callback();
  };
  rotateKey();
  return {
    ...server,
    issuer: server.url,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    people,
    rotateKey,
    signIn: (url, login) => signIn(url, { login, redirectUri }),
  };
}

/** It warns of what is for tests only. */
function quietly<Made>(make: () => Made): Made {
  const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  try {
    return make();
  } finally {
    warnings.mockRestore();
  }
}

function configurationOf(redirectUri: string, people: ReadonlyMap<string, Claims>): Configuration {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig', kid: String(key.x) }] as never },
    cookies: { keys: ['cookie-key-of-a-test'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...(people.get(sub) ?? { email: sub, email_verified: true, name: 'Somebody Invented' }) }),
    }),
  };
}

const MAX_STEPS = 12;

/** A browser without pictures: follows redirects, keeps cookies, sends the forms that it is shown. */
async function signIn(start: string, who: { login: string; redirectUri: string }): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = form === undefined ? {} : { method: 'POST', body: form };
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, ...sent });
    for (const line of answer.headers.getSetCookie()) keep(cookies, line);
    const location = answer.headers.get('location');
    form = location === null ? formOf(await answer.text(), who.login) : undefined;
    url = new URL(location ?? url, url).href;
    if (url.startsWith(who.redirectUri)) return new URL(url).search.slice(1);
  }
  throw new Error('The provider did not send the browser back');
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '') cookies.delete(name);
  else cookies.set(name, value);
}

function formOf(page: string, login: string): URLSearchParams {
  const prompt = /name="prompt" value="([a-z]+)"/.exec(page)?.[1];
  if (prompt === undefined) throw new Error(`The provider shows no form: ${page.slice(0, 2000)}`);
  return new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'anything' } : {}) });
}
