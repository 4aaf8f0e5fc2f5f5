import { Failure } from '../runtime/failure.ts';
import { type PersonSecrets } from './account.ts';
import { type AccountStore } from './account-store.ts';
import { hashPassword, isPassword } from './password.ts';
import { hashRecoveryCode, hashToken, newToken } from './secret-token.ts';
import { domainOf } from './sign-on/sign-on-connection.ts';
import { type SignOnStore } from './sign-on/sign-on-store.ts';
import { type SignInBrake } from './sign-in-brake.ts';
import { totpStep } from './totp.ts';

export interface SignInParts {
  readonly accounts: AccountStore;
  readonly brake: SignInBrake;
  readonly signOns: PasswordRule;
  readonly clock: () => Date;
}

interface Tried {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly address: string;
}

type SignedIn = { readonly status: 'signed-in'; readonly token: string } | { readonly status: 'second-factor-needed' };

/**
 * Checks password, then second factor, and starts a session.
 *
 * @throws Failure WRONG_CREDENTIALS, the same for a person that does not exist, TOO_MANY.
 */
export async function signIn({ code, ...tried }: Tried, parts: SignInParts): Promise<SignedIn> {
  const person = await findByPassword(tried, parts);
  if (person === undefined) throw wrong();
  // Only who knows the password learns that it does not count.
  await requirePasswordAllowed(person, parts.signOns);
  if (code === undefined) return { status: 'second-factor-needed' };
  if (!(await isSecondFactor(person, code, parts))) throw wrong();
  await parts.brake.forget(person.email);
  const token = newToken();
  await parts.accounts.startSession({ tokenHash: hashToken(token), personId: person.id, at: parts.clock() });
  return { status: 'signed-in', token };
}

/** Whose password it is, if they are let in. Throws `unavailable` TOO_MANY; costs a wrong name as much time as a wrong password. */
export async function findByPassword(
  { email, password, address }: Omit<Tried, 'code'>,
  { accounts, brake }: Pick<SignInParts, 'accounts' | 'brake'>,
): Promise<PersonSecrets | undefined> {
  const account = email.toLowerCase();
  await brake.count({ address, account });
  const person = await accounts.findByEmail(account);
  const right = await isPassword(password, person?.passwordHash ?? (await decoy()));
  return right && person?.disabled === false ? person : undefined;
}

/** Whether this is the code of the app now, or a recovery code. It is used up by it. */
export async function isSecondFactor(
  { id, totpSecret }: PersonSecrets,
  code: string,
  { accounts, clock }: SignInParts,
) {
  if (!/^[0-9]{6}$/.test(code)) return accounts.useRecoveryCode(id, hashRecoveryCode(code));
  const step = totpStep(totpSecret, code, clock());
  return step !== null && accounts.useTotpStep(id, step);
}

type PasswordRule = Pick<SignOnStore, 'findSignOnByDomain'>;

/** Throws `invalid` FORBIDDEN for people of a company that lets them in by single sign-on only; never for operators. */
export async function requirePasswordAllowed(
  { email, operator }: Pick<PersonSecrets, 'email' | 'operator'>,
  signOns: PasswordRule,
): Promise<void> {
  if (operator) return;
  const connection = await signOns.findSignOnByDomain(domainOf(email));
  if (connection?.passwordSignIn !== false) return;
  const sentence = 'Your company lets its people in by single sign-on only. Use it on the sign-in page.';
  throw new Failure('invalid', 'FORBIDDEN', sentence);
}

let decoyHash: Promise<string> | undefined;

/** A stranger's name costs as much time as a known one. */
function decoy(): Promise<string> {
  return (decoyHash ??= hashPassword(newToken()));
}

function wrong(): Failure {
  return new Failure('unauthenticated', 'WRONG_CREDENTIALS', 'E-mail address, password or code is not right.');
}
