import { type RealStage } from './stage.ts';

interface Page {
  readonly items: readonly { readonly customerId: string; readonly allowance: { readonly remaining: number } }[];
  readonly next: string | null;
}

/** What the connector counts as left of the platform's daily calls. Null when the platform is not listed. */
export async function callsLeft({ admin, customerId }: RealStage): Promise<number | null> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page = await admin.get<Page>(`/api/v1/platforms?limit=200${more}`);
    const found = page.items.find((each) => each.customerId === customerId);
    if (found !== undefined) return found.allowance.remaining;
    cursor = page.next;
  }
  return null;
}

/** Null when the day ended in between, or the platform went away. */
export function callsBetween(before: number | null, after: number | null): number | null {
  return before === null || after === null || after > before ? null : before - after;
}
