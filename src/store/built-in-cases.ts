import { v7 as uuidv7 } from 'uuid';
import { caseNumber } from '../cases/built-in/case-number.ts';
import { type BuiltInCases, type CaseKey, type CaseOpening } from '../cases/built-in/built-in-cases.ts';
import { type Case, type CaseHistoryEntry } from '../cases/built-in/case.ts';
import { type CanonicalFields } from '../hires/hire.ts';
import { batch } from '../runtime/batch.ts';
import { byteaArray } from './bytea-array.ts';
import { type Database, isRowsFault, type Query, type Statement } from './database.ts';
import { type Vault } from './vault.ts';

interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly customer_id: string;
  readonly hire_id: string;
  readonly visa_category: string;
  readonly state: Case['state'];
  readonly fields_sealed: Buffer;
  readonly opened_at: Date;
  readonly updated_at: Date;
}

const COLUMNS = 'id, number, customer_id, hire_id, visa_category, state, fields_sealed, opened_at, updated_at';

/** The hire's unique index lets one case in; a number drawn for one that is not let in stays unused. */
const OPEN_CASES = {
  name: 'open-cases',
  text: `
    WITH wanted AS (
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::bytea[])
        AS wanted (id, customer_id, hire_id, visa_category, state, fields_sealed)
    ), opened AS (
      INSERT INTO cases (${COLUMNS})
      SELECT id, nextval('case_numbers'), customer_id, hire_id, visa_category, state, fields_sealed, now(), now() FROM wanted
      WHERE NOT EXISTS (SELECT FROM cases WHERE cases.hire_id = wanted.hire_id)
      ON CONFLICT (hire_id) DO NOTHING
      RETURNING ${COLUMNS}
    ), noted AS (
      INSERT INTO case_history (case_id, at, what, state)
      SELECT id, now(), CASE state WHEN 'withdrawn' THEN 'withdrawn' ELSE 'opened' END, state FROM opened
    )
    SELECT ${COLUMNS} FROM opened`,
};
const FIND_CASES = { name: 'cases-of-hires', text: `SELECT ${COLUMNS} FROM cases WHERE hire_id = ANY ($1::uuid[])` };
const LOCK_CASE = {
  name: 'lock-case',
  text: `SELECT ${COLUMNS} FROM cases WHERE customer_id = $1 AND hire_id = $2 FOR UPDATE`,
};
const CHANGE_CASE = {
  name: 'change-case',
  text: 'UPDATE cases SET state = $2, fields_sealed = $3, updated_at = now() WHERE id = $1',
};
const NOTE_CHANGE = {
  name: 'note-case-change',
  text: 'INSERT INTO case_history (case_id, at, what, state, fields) VALUES ($1, now(), $2, $3, $4)',
};

/** Where the built-in case system keeps its cases. */
export function createBuiltInCases(database: Database, vault: Vault): BuiltInCases {
  const insert = batch((openings: readonly SealedOpening[]) => openCases(database, openings), {
    isItemsFault: isRowsFault,
    maxItems: 100,
  });
  return {
    async open(opening) {
      const id = uuidv7();
      const fieldsSealed = await sealFields(vault, opening, opening.fields);
      return toCase(await insert({ id, opening, fieldsSealed }), vault);
    },
    change: (key, change) => database.transaction((query) => changeCase(query, { key, change }, vault)),
  };
}

interface SealedOpening {
  readonly id: string;
  readonly opening: CaseOpening;
  readonly fieldsSealed: Buffer;
}

async function openCases(database: Database, wanted: readonly SealedOpening[]): Promise<CaseRow[]> {
  const hireIds = wanted.map(({ opening }) => opening.hireId);
  const opened = await database.query<CaseRow>({
    ...OPEN_CASES,
    values: [
      wanted.map(({ id }) => id),
      wanted.map(({ opening }) => opening.customerId),
      hireIds,
      wanted.map(({ opening }) => opening.visaCategory),
      wanted.map(({ opening }) => opening.state),
      byteaArray(wanted.map(({ fieldsSealed }) => fieldsSealed)),
    ],
  });
  const rows = new Map(opened.map((row) => [row.hire_id, row]));
  const there = hireIds.filter((hireId) => !rows.has(hireId));
  if (there.length > 0)
    for (const row of await database.query<CaseRow>({ ...FIND_CASES, values: [there] })) rows.set(row.hire_id, row);
  return hireIds.flatMap((hireId) => rows.get(hireId) ?? []);
}

async function changeCase(
  query: Query,
  { key, change }: { key: CaseKey; change: Parameters<BuiltInCases['change']>[1] },
  vault: Vault,
): Promise<Case | null> {
  const row = await first<CaseRow>(query, { ...LOCK_CASE, values: [key.customerId, key.hireId] });
  if (row === undefined) return null;
  const found = await toCase(row, vault);
  const changed = change(found);
  if (changed === null) return found;
  const fieldsSealed = await sealFields(vault, key, changed.fields);
  await query({ ...CHANGE_CASE, values: [row.id, changed.state, fieldsSealed] });
  await query({
    ...NOTE_CHANGE,
    values: [row.id, changed.entry.what, changed.state, JSON.stringify(changed.entry.fields)],
  });
  return toCase({ ...row, state: changed.state, fields_sealed: fieldsSealed }, vault);
}

async function first<Row extends object>(query: Query, statement: Statement): Promise<Row | undefined> {
  return (await query<Row>(statement))[0];
}

async function sealFields(vault: Vault, key: CaseKey, fields: CanonicalFields): Promise<Buffer> {
  return (await vault.keyOf(key.customerId)).seal(JSON.stringify(fields), placeOf(key));
}

function placeOf({ customerId, hireId }: CaseKey) {
  return { customerId, table: 'cases', column: 'fields_sealed', row: hireId };
}

async function toCase(row: CaseRow, vault: Vault, history: readonly CaseHistoryEntry[] = []): Promise<Case> {
  const key = { customerId: row.customer_id, hireId: row.hire_id };
  const opened = (await vault.keyOf(row.customer_id)).open(row.fields_sealed, placeOf(key));
  return {
    ...key,
    id: row.id,
    number: caseNumber(Number(row.number)),
    visaCategory: row.visa_category,
    state: row.state,
    fields: JSON.parse(opened.toString('utf8')) as CanonicalFields,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    history,
  };
}
