import { type Query } from './database.ts';
import { type Vault } from './vault.ts';

/** The data key of the console itself; platforms have numbers, so none can be called so. */
const OWNER = 'console';

/** Secrets of second factors are kept under a data key of their own, bound to their row. */
export async function sealTotp(secret: string, row: string, { vault, query }: Sealing): Promise<Buffer> {
  return (await vault.ensureKey(OWNER, query)).seal(secret, placeOf(row));
}

/** Throws `defect` SEALED_VALUE_UNREADABLE. */
export async function openTotp(sealed: Buffer, row: string, { vault }: Pick<Sealing, 'vault'>): Promise<string> {
  return (await vault.keyOf(OWNER)).open(sealed, placeOf(row)).toString('utf8');
}

interface Sealing {
  readonly vault: Vault;
  readonly query: Query;
}

function placeOf(row: string) {
  return { customerId: OWNER, table: 'people', column: 'totp_sealed', row };
}
