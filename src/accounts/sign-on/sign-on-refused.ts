import { Failure } from '../../runtime/failure.ts';

const AGAIN = 'Begin again on the sign-in page.';
const ASK = 'Ask whoever runs the sign-in of your company.';

/** Why a sign-in ends, and in the words for whom it met. */
const sentences = {
  'not-begun': `This sign-in was begun in another browser, took longer than ten minutes, or was used already. ${AGAIN}`,
  'said-no': `The sign-in of your company said no. ${ASK}`,
  'not-trusted': `The answer of your company's sign-in could not be trusted. ${AGAIN} If that does not help, ask your operator.`,
  'not-verified': `The sign-in of your company does not say that your e-mail address is verified. ${ASK}`,
  'foreign-domain': 'The sign-in of this company does not speak for your e-mail address. Ask your operator.',
  'other-login':
    'Your account here belongs to another login of your company. Ask your operator to disable and enable it once.',
  'not-invited': 'You have no account here yet. Ask an admin of your platform for an invitation.',
  overtaken: `Something was changed about your account just now. ${AGAIN}`,
  disabled: 'Your account here is disabled. Ask your operator.',
  operator: 'Operators sign in with password and second factor.',
} as const;

export type RefusedCause = keyof typeof sentences;

export function signOnRefused(cause: RefusedCause, detail?: string): Failure {
  const facts = { cause, ...(detail === undefined ? {} : { detail }) };
  return new Failure('unauthenticated', 'SIGN_ON_REFUSED', sentences[cause], { facts });
}
