import { type Query } from './database.ts';
import { type Vault } from './vault.ts';

/** The data key of the console itself; platforms have numbers, so none can be called so. */
const OWNER = 'console';

interface Sealing {
  readonly vault: Vault;
  readonly query: Query;
}

/** Secrets of second factors are kept under a data key of their own, bound to their row. */
export const sealTotp = sealerOf('people', 'totp_sealed');

/** Throws `defect` SEALED_VALUE_UNREADABLE. */
export const openTotp = openerOf('people', 'totp_sealed');

/** The client secret of a sign-on connection, likewise. */
export const sealClientSecret = sealerOf('sign_on_connections', 'secret_sealed');

/** Throws `defect` SEALED_VALUE_UNREADABLE. */
export const openClientSecret = openerOf('sign_on_connections', 'secret_sealed');

function sealerOf(table: string, column: string) {
  return async (secret: string, row: string, { vault, query }: Sealing): Promise<Buffer> =>
    (await vault.ensureKey(OWNER, query)).seal(secret, { customerId: OWNER, table, column, row });
}

function openerOf(table: string, column: string) {
  return async (sealed: Buffer, row: string, { vault }: Pick<Sealing, 'vault'>): Promise<string> =>
    (await vault.keyOf(OWNER)).open(sealed, { customerId: OWNER, table, column, row }).toString('utf8');
}
