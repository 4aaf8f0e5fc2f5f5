import { type AdminClient } from '../../sandbox/admin-client.ts';
import { type ConnectorEvent } from '../contract-types.ts';

interface Page {
  readonly items: readonly ConnectorEvent[];
  readonly next: string | null;
}

/**
 * Answers, oldest first, the platform's events that came since the last call. By id and the connector's own clock, never
 * by the clock of this machine.
 */
export async function watchEvents(
  admin: AdminClient,
  customerId: string,
): Promise<() => Promise<readonly ConnectorEvent[]>> {
  const path = `/api/v1/events?customerId=${encodeURIComponent(customerId)}`;
  const known = new Set<string>();
  const [newest] = (await admin.get<Page>(`${path}&limit=1`)).items;
  const from = newest === undefined ? '' : `&from=${encodeURIComponent(newest.receivedAt)}`;
  if (newest !== undefined) for (const { id } of await allOf(admin, `${path}${from}&limit=200`)) known.add(id);
  return async () => {
    const fresh = (await allOf(admin, `${path}${from}&limit=200`)).filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    return fresh.reverse();
  };
}

async function allOf(admin: AdminClient, path: string): Promise<ConnectorEvent[]> {
  const events: ConnectorEvent[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: Page = await admin.get<Page>(next === '' ? path : `${path}&cursor=${encodeURIComponent(next)}`);
    events.push(...page.items);
    next = page.next;
  }
  return events;
}
