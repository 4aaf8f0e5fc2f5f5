import { Failure } from '../runtime/failure.ts';
import { type Invitation, type PlatformRole } from './account.ts';
import { type AccountStore } from './account-store.ts';
import { refuseGuessable } from './guessable-password.ts';
import { hashPassword } from './password.ts';
import { requirePasswordAllowed, type SignInParts } from './sign-in.ts';
import { hashRecoveryCode, hashToken, newRecoveryCodes, newToken } from './secret-token.ts';
import { newTotpSecret, totpStep } from './totp.ts';

const OPEN_MS = 3 * 24 * 60 * 60_000;

interface InvitationParts {
  readonly accounts: AccountStore;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly publicUrl: string;
}

interface Invited {
  readonly email: string | null;
  readonly operator: boolean;
  readonly roles: readonly PlatformRole[];
}

/** Makes a link for one person. The secret is in the fragment, which browsers send to nobody. */
export async function invite(invited: Invited, actor: string, parts: Omit<InvitationParts, 'newId'>) {
  const at = parts.clock();
  const expiresAt = new Date(at.getTime() + OPEN_MS);
  const token = newToken();
  const email = invited.email?.toLowerCase() ?? null;
  const invitation = { ...invited, email, totpSecret: newTotpSecret(), expiresAt };
  await parts.accounts.keepInvitation(hashToken(token), invitation, { at, actor });
  return { url: `${parts.publicUrl}/console/invitation#${token}`, expiresAt };
}

/** The link for the first operator, for as long as there is nobody; undefined afterwards. */
export async function inviteFirstOperator(parts: Omit<InvitationParts, 'newId'>): Promise<string | undefined> {
  if (await parts.accounts.hasPeople()) return undefined;
  const { url } = await invite({ email: null, operator: true, roles: [] }, 'first-start', parts);
  return url;
}

/** Throws `invalid` NOT_FOUND for a link that was used, is too old or was never made. */
export async function findInvitation(
  token: string,
  { accounts, clock }: Pick<InvitationParts, 'accounts' | 'clock'>,
): Promise<Invitation> {
  const invitation = await accounts.findInvitation(hashToken(token), clock());
  if (invitation === undefined)
    throw new Failure('invalid', 'NOT_FOUND', 'This invitation was used or has expired. Ask for a new one.');
  return invitation;
}

interface Acceptance {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly code: string;
}

/**
 * Creates the account and its first session. Answers the session's token and the recovery codes.
 *
 * @throws Failure NOT_FOUND, FORBIDDEN (single sign-on only), CONFLICT (address taken, link used meanwhile), INVALID_REQUEST (wrong code or address, guessable password).
 */
export async function acceptInvitation(acceptance: Acceptance, parts: InvitationParts & Pick<SignInParts, 'signOns'>) {
  const invitation = await findInvitation(acceptance.token, parts);
  const email = acceptance.email.toLowerCase();
  if (invitation.email !== null && invitation.email !== email) throw refused('This invitation is for another address.');
  await requirePasswordAllowed({ email, operator: invitation.operator }, parts.signOns);
  await refuseGuessable(acceptance.password, { email, name: acceptance.name });
  const at = parts.clock();
  if (totpStep(invitation.totpSecret, acceptance.code, at) === null)
    throw refused('The code is not the one of the authenticator app now. Check the clock of the phone.');
  const recoveryCodes = newRecoveryCodes();
  const token = newToken();
  const id = parts.newId();
  const outcome = await parts.accounts.acceptInvitation(
    {
      tokenHash: hashToken(acceptance.token),
      person: {
        ...{ id, email, name: acceptance.name, createdAt: at, disabled: false },
        ...{ operator: invitation.operator, roles: invitation.roles, totpSecret: invitation.totpSecret },
        passwordHash: await hashPassword(acceptance.password),
      },
      recoveryHashes: recoveryCodes.map(hashRecoveryCode),
      session: { tokenHash: hashToken(token), personId: id, at },
      first: invitation.email === null,
    },
    { at, actor: email },
  );
  if (outcome === 'created') return { token, recoveryCodes };
  const sentence =
    outcome === 'email-taken' ? 'This address has an account already.' : 'This invitation was used just now.';
  throw new Failure('invalid', 'CONFLICT', sentence);
}

function refused(sentence: string): Failure {
  return new Failure('invalid', 'INVALID_REQUEST', sentence);
}
