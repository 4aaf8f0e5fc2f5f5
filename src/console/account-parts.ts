import { type AccountStore } from '../accounts/account-store.ts';
import { type SignOnProvider } from '../accounts/sign-on/sign-on-provider.ts';
import { type SignOnStore } from '../accounts/sign-on/sign-on-store.ts';
import { type SignInBrake } from '../accounts/sign-in-brake.ts';

/** What the operations on people, sessions and keys need around them. */
export interface AccountParts {
  readonly accounts: AccountStore;
  readonly signOns: SignOnStore;
  readonly signOnProvider: SignOnProvider;
  readonly brake: SignInBrake;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly publicUrl: string;
}
