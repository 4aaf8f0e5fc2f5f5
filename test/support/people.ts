import request, { type Response, type Test } from 'supertest';
import { type TOTP, URI } from 'otpauth';
import { type Role } from '../../src/accounts/rights.ts';
import { type TestConnector } from './connector.ts';

export const PASSWORD = 'correct horse battery staple';

/** Somebody with an account, signed in as a browser is. */
export interface SignedIn {
  readonly email: string;
  readonly recoveryCodes: readonly string[];
  readonly totpUri: string;
  readonly cookie: string;
  readonly csrfToken: string;
  /** Calls the admin API with the session and, for changes, its CSRF token. */
  call(method: 'get' | 'put' | 'post' | 'delete', path: string, body?: object): Test;
}

/** The code that an authenticator app shows now. */
export function codeOf(totpUri: string): string {
  return (URI.parse(totpUri) as TOTP).generate();
}

/** Invites somebody with these roles (an operator without any) and accepts in their name. */
export async function somebody(
  connector: TestConnector,
  email: string,
  roles: readonly { customerId: string; role: Role }[] = [],
): Promise<SignedIn> {
  const invited = { email, operator: roles.length === 0, roles };
  const { body } = await connector.admin.post('/api/v1/invitations', invited).expect(201);
  return accept(connector, (body as { url: string }).url, email);
}

/** Comes in by an invitation's link. */
export async function accept({ url }: Pick<TestConnector, 'url'>, link: string, email: string): Promise<SignedIn> {
  const token = new URL(link).hash.slice(1);
  const { body: invitation } = await request(url).post('/api/v1/invitations/read').send({ token }).expect(200);
  const { totpUri } = invitation as { totpUri: string };
  const accepted = await request(url)
    .post('/api/v1/invitations/accept')
    .send({ token, email, name: 'Somebody Invented', password: PASSWORD, code: codeOf(totpUri) })
    .expect(201);
  const { recoveryCodes } = accepted.body as { recoveryCodes: readonly string[] };
  return { ...(await browserOf(url, cookieOf(accepted))), email, recoveryCodes, totpUri };
}

/** The session cookie that an answer sets. */
export function cookieOf({ headers }: Response): string {
  const [cookie = ''] = (headers['set-cookie'] as unknown as string[] | undefined) ?? [];
  return cookie.split(';')[0] ?? '';
}

export type Browser = Pick<SignedIn, 'cookie' | 'csrfToken' | 'call'>;

/** Calls with a session that there is. */
export async function browserOf(url: string, cookie: string): Promise<Browser> {
  const { body } = await request(url).get('/api/v1/session').set('cookie', cookie).expect(200);
  const { csrfToken } = body as { csrfToken: string };
  return {
    cookie,
    csrfToken,
    call(method, path, sent) {
      const asked = request(url)[method](path).set('cookie', cookie).set('x-csrf-token', csrfToken);
      return sent === undefined ? asked : asked.send(sent);
    },
  };
}
