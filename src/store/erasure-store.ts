import { v7 as uuidv7 } from 'uuid';
import { type Erasure, type ErasureStore, type ErasureWish } from '../retention/erasure-store.ts';
import { Failure } from '../runtime/failure.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';
import { type ErasedPerson, placeOfPerson, withdrawForErasure } from './erased-person.ts';
import {
  FIND_ERASURE,
  KEEP_ERASURE,
  NEWEST_ERASURES,
  OPEN_HIRES_OF_PERSON,
  SAME_ERASURE,
} from './erasure-statements.ts';
import { previewErasure } from './preview-erasure.ts';
import { pursueErasure } from './pursue-erasure.ts';
import { type Vault } from './vault.ts';

/** Erasing people, on PostgreSQL. */
export function createErasureStore(database: Database, vault: Vault): ErasureStore {
  return {
    request: (wish) => database.transaction((query) => request(query, wish, vault)),
    preview: (wish) => previewErasure(database, wish),
    newest: async (customerId) => {
      const rows = await database.query<ErasureRow>({ ...NEWEST_ERASURES, values: [customerId] });
      return rows.map(toErasure);
    },
    find: (customerId, id) => find(database.query, customerId, id),
    underWay: async () => {
      const text = 'SELECT id FROM erasures WHERE done_at IS NULL ORDER BY id';
      return (await database.query<{ id: string }>({ text })).map(({ id }) => id);
    },
    pursue: (id, at) => pursueErasure(database, vault, { id, at }),
  };
}

async function request(query: Query, wish: ErasureWish, vault: Vault): Promise<Erasure> {
  const { customerId, personId, workflowIds, at, actor } = wish;
  await query({ text: 'SELECT pg_advisory_xact_lock(hashtext($1))', values: [`erasures of ${customerId}`] });
  const key = await vault.keyOf(customerId);
  const mark = key.mark(['person', customerId, personId]);
  const [same] = await query<{ id: string }>({ ...SAME_ERASURE, values: [customerId, mark] });
  if (same !== undefined) return found(await find(query, customerId, same.id));
  await withdraw(query, wish);
  const id = uuidv7();
  const sealed = key.seal(
    JSON.stringify({ personId, workflowIds } satisfies ErasedPerson),
    placeOfPerson(customerId, id),
  );
  await query({ ...KEEP_ERASURE, values: [id, customerId, mark, sealed, at, actor] });
  await query(auditStatement({ at, actor, action: 'erasure.requested', customerId, subject: id, detail: {} }));
  return found(await find(query, customerId, id));
}

async function withdraw(query: Query, { customerId, personId, openHires, at, actor }: ErasureWish): Promise<void> {
  const open = await query<{ id: string }>({ ...OPEN_HIRES_OF_PERSON, values: [customerId, personId] });
  if (open.length > 0 && openHires === 'refuse')
    throw new Failure(
      'invalid',
      'CONFLICT',
      `This person has ${open.length} open hire(s). Send \`openHires\`: "withdraw" to withdraw them and erase them then.`,
    );
  const ids = open.map(({ id }) => id);
  await withdrawForErasure(query, ids, { customerId, at, actor });
}

async function find(query: Query, customerId: string, id: string): Promise<Erasure | undefined> {
  const [row] = await query<ErasureRow>({ ...FIND_ERASURE, values: [customerId, id] });
  return row === undefined ? undefined : toErasure(row);
}

type ErasureRow = Omit<Erasure, 'state'>;

function toErasure(row: ErasureRow): Erasure {
  return { ...row, state: row.doneAt === null ? 'under-way' : 'done' };
}

function found(erasure: Erasure | undefined): Erasure {
  if (erasure === undefined) throw new Failure('defect', 'INTERNAL', 'An erasure that was kept is not there.');
  return erasure;
}
