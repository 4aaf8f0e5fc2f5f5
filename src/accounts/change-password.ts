import { Failure } from '../runtime/failure.ts';
import { type Caller } from './account.ts';
import { refuseGuessable } from './guessable-password.ts';
import { hashPassword } from './password.ts';
import { hashToken, newToken } from './secret-token.ts';
import { findByPassword, isSecondFactor, type SignInParts } from './sign-in.ts';

interface Change {
  readonly password: string;
  readonly code: string;
  readonly newPassword: string;
  readonly address: string;
}

/**
 * Asks for what signing in asks for, so that a session alone, left open or stolen, is not enough. Ends all sessions of the
 * person, and answers the token of a new one.
 *
 * @throws Failure FORBIDDEN (came by single sign-on), WRONG_CREDENTIALS, TOO_MANY, INVALID_REQUEST (guessable), CONFLICT.
 */
export async function changePassword(
  { person: { email }, byPassword }: NonNullable<Caller['session']>,
  { password, code, newPassword, address }: Change,
  parts: SignInParts,
): Promise<string> {
  // A provider may say who somebody is, but not open other platforms than its own to them.
  if (!byPassword) throw atProvider();
  const person = await findByPassword({ email, password, address }, parts);
  if (person === undefined) throw wrong();
  // Before the code is used up, which counts once.
  await refuseGuessable(newPassword, person);
  if (!(await isSecondFactor(person, code, parts))) throw wrong();
  await parts.brake.forget(email);
  const at = parts.clock();
  const token = newToken();
  const session = { tokenHash: hashToken(token), personId: person.id, at };
  const after = await hashPassword(newPassword);
  const changed = await parts.accounts.changePassword(
    { person, before: person.passwordHash, after, session },
    { at, actor: email },
  );
  if (!changed) throw new Failure('invalid', 'CONFLICT', 'The password was changed elsewhere just now. Sign in again.');
  return token;
}

function atProvider(): Failure {
  const sentence =
    'You came in by single sign-on: change your password at your company. If you also have one here, sign in with it first.';
  return new Failure('invalid', 'FORBIDDEN', sentence);
}

function wrong(): Failure {
  const sentence =
    'The present password or the code is not right, and nothing was changed. A code counts once: take the next one.';
  return new Failure('unauthenticated', 'WRONG_CREDENTIALS', sentence);
}
