import { timingSafeEqual } from 'node:crypto';
import { Failure } from '../runtime/failure.ts';
import { type Caller } from './account.ts';
import { type AccountStore, type Since } from './account-store.ts';
import { everything, type Grant, grantsOf, may } from './rights.ts';
import { csrfTokenOf, hashToken } from './secret-token.ts';

const SESSION_MS = 12 * 60 * 60_000;
const IDLE_MS = 60 * 60_000;

/** What a request shows of who sends it. */
export interface Shown {
  readonly authorization: string | undefined;
  /** The value of the session cookie. */
  readonly session: string | undefined;
  readonly csrfToken: string | undefined;
  /** True for a method that may change something. */
  readonly changes: boolean;
}

interface Parts {
  readonly accounts: AccountStore;
  readonly clock: () => Date;
  /** Throws `unauthenticated` unless it is the operator's token. */
  readonly authenticateToken: (authorization: string | undefined) => { readonly name: string };
}

const API_KEY = /^bearer (ick_\S+)$/i;

/**
 * The caller by bearer token, API key or session cookie; a session's change needs its CSRF token.
 *
 * @throws Failure UNAUTHENTICATED, FORBIDDEN (CSRF token missing or wrong).
 */
export async function authenticateCaller(shown: Shown, parts: Parts): Promise<Caller> {
  const key = API_KEY.exec(shown.authorization ?? '')?.[1];
  if (key !== undefined) return byApiKey(key, parts);
  if (shown.authorization === undefined && shown.session !== undefined) return bySession(shown.session, shown, parts);
  return { name: parts.authenticateToken(shown.authorization).name, grants: everything };
}

async function byApiKey(key: string, { accounts }: Parts): Promise<Caller> {
  const found = await accounts.findApiKey(hashToken(key));
  if (found === undefined) throw unauthenticated('unknown-key');
  const { name, customerId, scopes, createdBy } = found;
  const makers = await grantsOfMaker(createdBy, accounts);
  const rights = scopes.filter((right) => may(makers, right, customerId));
  return { name: `key:${name}`, grants: [{ customerId, rights }], onBehalfOf: createdBy };
}

/** A key may do what its maker may do today: nobody leaves a way in behind. Only people have addresses for names. */
async function grantsOfMaker(createdBy: string, accounts: AccountStore): Promise<readonly Grant[]> {
  if (!createdBy.includes('@')) return createdBy.startsWith('key:') ? [] : everything;
  const maker = await accounts.findByEmail(createdBy);
  if (maker === undefined || maker.disabled) throw unauthenticated('maker-gone');
  return grantsOf(maker);
}

/** A session ends after an hour unused, and after twelve hours. */
export function aliveSince(now: Date): Since {
  return { started: new Date(now.getTime() - SESSION_MS), used: new Date(now.getTime() - IDLE_MS) };
}

async function bySession(token: string, { csrfToken, changes }: Shown, { accounts, clock }: Parts): Promise<Caller> {
  const tokenHash = hashToken(token);
  const found = await accounts.findSession(tokenHash, aliveSince(clock()));
  if (found === undefined) throw unauthenticated('no-session');
  const expected = csrfTokenOf(token);
  if (changes && !isSame(csrfToken ?? '', expected))
    throw new Failure('invalid', 'FORBIDDEN', 'This change did not come from the console. Load the page again.');
  return {
    name: found.person.email,
    grants: grantsOf(found.person),
    session: { ...found, tokenHash, csrfToken: expected },
  };
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hashToken(one), hashToken(other));
}

function unauthenticated(cause: string): Failure {
  return new Failure('unauthenticated', 'UNAUTHENTICATED', 'No valid credential.', { facts: { cause } });
}
