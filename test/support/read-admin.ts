import { type components } from '../../src/contract/generated/admin.ts';
import { SECRETS } from './canaries.ts';
import { type ConnectorProcess } from './processes.ts';

type Hire = components['schemas']['Hire'];
type CaseSummary = components['schemas']['CaseSummary'];

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Calls the admin API of a process. Throws when it does not answer a success. */
export async function readJson<Item = unknown>(
  { url }: Pick<ConnectorProcess, 'url'>,
  path: string,
  init: RequestInit = {},
): Promise<Page<Item>> {
  const headers = {
    authorization: `Bearer ${SECRETS.adminToken}`,
    'content-type': 'application/json',
    connection: 'close',
  };
  const answer = await fetch(`${url}${path}`, { ...init, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${text}`);
  return JSON.parse(text) as Page<Item>;
}

/** All hires and all cases of the built-in case system. */
export async function readAll(at: Pick<ConnectorProcess, 'url'>): Promise<{ hires: Hire[]; cases: CaseSummary[] }> {
  return { hires: await readPages(at, '/api/v1/hires'), cases: await readPages(at, '/api/v1/cases') };
}

async function readPages<Item>(at: Pick<ConnectorProcess, 'url'>, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor = '';
  for (;;) {
    const page = await readJson<Item>(at, `${path}?limit=200${cursor}`);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}
