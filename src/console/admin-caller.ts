import { type Caller } from '../accounts/account.ts';

/** Who acts through the admin API or the command line: as the audit log names them, and with what rights. */
export type AdminCaller = Caller;
