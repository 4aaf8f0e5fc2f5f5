import { caseNumber } from '../cases/built-in/case-number.ts';
import {
  type BoardColumn,
  type CaseReading,
  type CaseState,
  type CaseStory,
  type DocumentMark,
  type ShownCase,
} from '../console/case-reading.ts';
import { type CanonicalFields } from '../hires/hire.ts';
import { type Query } from './database.ts';
import { openSealed, type Opener } from './open-sealed.ts';
import { type Listing, readPage } from './page.ts';

const SHOWN = `cases.id, cases.number, cases.customer_id AS "customerId", cases.hire_id AS "hireId",
  cases.visa_category AS "visaCategory", cases.state, cases.opened_at AS "openedAt", cases.updated_at AS "updatedAt",
  CASE WHEN hires.state = 'parked' THEN 'stuck' WHEN isfinite(deliveries.run_at) THEN 'pending'
    WHEN hires.written_status IS NULL THEN 'none' ELSE 'done' END AS "writeBack"`;
const FROM = `FROM cases LEFT JOIN hires ON hires.id = cases.hire_id
  LEFT JOIN deliveries ON deliveries.hire_id = cases.hire_id`;

/** In the order in which a case goes through them. */
const states: readonly CaseState[] = ['open', 'in-progress', 'completed', 'failed', 'withdrawn'];
const COUNTED_AT_MOST = 10_000;

/** What is read of the built-in case system. */
export function createCaseReading(query: Query, opener: Opener): CaseReading {
  const listCases: CaseReading['listCases'] = async (wish) => {
    const { items, next } = await readPage<ShownCase>(query, caseListing(wish), wish);
    return { items: items.map(numbered), next };
  };
  return {
    listCases,
    async readCaseBoard(wish) {
      const counts = await countByState(query, wish);
      const columns = states.map(async (state): Promise<BoardColumn> => {
        const count = counts.get(state) ?? 0;
        const page = count === 0 ? { items: [], next: null } : await listCases({ ...wish, state });
        return { state, count, ...page };
      });
      return Promise.all(columns);
    },
    getCase: (idOrNumber) => getCase(query, opener, idOrNumber),
  };
}

function caseListing({ customerId, state }: Parameters<CaseReading['listCases']>[0]): Listing {
  return {
    select: `SELECT ${SHOWN} ${FROM}`,
    key: { column: 'cases.id', type: 'uuid', order: 'DESC' },
    filters: { 'cases.customer_id': customerId, 'cases.state': state },
    platform: 'cases.customer_id',
    time: 'cases.opened_at',
  };
}

type BoardWish = Parameters<CaseReading['readCaseBoard']>[0];

/** Along an index, and no further than anybody reads. */
async function countByState(query: Query, { customerId, platforms }: BoardWish): Promise<Map<CaseState, number>> {
  const reach = customerId === undefined ? platforms : [customerId].filter((id) => platforms?.includes(id) ?? true);
  const ofReach = reach === undefined ? '' : 'AND customer_id = ANY ($3::text[])';
  const rows = await query<{ state: CaseState; count: number }>({
    text: `SELECT state, (SELECT count(*)::integer FROM
        (SELECT FROM cases WHERE cases.state = wanted.state ${ofReach} LIMIT $2) AS found) AS count
      FROM unnest($1::text[]) AS wanted (state)`,
    values: [states, COUNTED_AT_MOST, ...(reach === undefined ? [] : [reach])],
  });
  return new Map(rows.map(({ state, count }) => [state, count]));
}

async function getCase(query: Query, opener: Opener, idOrNumber: string): Promise<CaseStory | undefined> {
  const isNumber = idOrNumber.startsWith('IMM-');
  const [row] = await query<ShownCase & { readonly sealed: Buffer }>({
    text: `SELECT ${SHOWN}, cases.fields_sealed AS sealed ${FROM} WHERE cases.${isNumber ? 'number' : 'id'} = $1`,
    values: [isNumber ? idOrNumber.slice('IMM-'.length) : idOrNumber],
  });
  if (row === undefined) return undefined;
  const { sealed, ...shown } = row;
  const place = { customerId: row.customerId, table: 'cases', column: 'fields_sealed', row: row.hireId };
  return {
    ...numbered(shown),
    fields: await openSealed<CanonicalFields>(opener, sealed, place),
    marks: await query<DocumentMark>({
      text: `SELECT document, state, changed_at AS "changedAt", changed_by AS "changedBy"
        FROM case_documents WHERE case_id = $1`,
      values: [row.id],
    }),
    history: await query<CaseStory['history'][number]>({
      text: 'SELECT at, what, fields AS about, actor AS by FROM case_history WHERE case_id = $1 ORDER BY id',
      values: [row.id],
    }),
  };
}

function numbered(row: ShownCase): ShownCase {
  return { ...row, number: caseNumber(Number(row.number)) };
}
