import { type Page } from 'playwright-core';
import { type Candidate } from '../../sandbox/seed/seed-platform.ts';

/** What a move in the page led to: the event, the connector's answer, and what the recruiter reads. */
export interface Moved {
  readonly event: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  readonly ms: number;
  readonly body: string;
  readonly shown: {
    readonly ok: boolean;
    readonly text: string;
    readonly raw: string | null;
    readonly debug: string | null;
  };
  readonly statusId: string;
  /** The sentence as the page shows it. */
  readonly onScreen: string;
  readonly at: string;
}

type Who = Pick<Candidate, 'workflowId'>;

/** The workflow's card on the recruiter's page. */
export function cardOf(page: Page, { workflowId }: Who) {
  return page.locator(`#w-applicantworkflows-${workflowId}`);
}

/** Opens the recruiter's page with nobody but this candidate in sight. */
export async function lookUp(page: Page, pageUrl: string, who: Who): Promise<void> {
  await page.goto(pageUrl);
  const card = cardOf(page, who);
  await page.locator('#filter').fill((await card.locator('h2').textContent()) ?? '');
  await card.waitFor({ state: 'visible' });
}

/** Chooses a status, presses Move, and waits for what iCIMS shows. The page must show the candidate. */
export async function move(page: Page, who: Who, statusId: string): Promise<Moved> {
  const card = cardOf(page, who);
  const at = new Date().toISOString();
  await card.locator('select').selectOption(statusId);
  const answered = page.waitForResponse((response) => response.url().endsWith('/moves'));
  await card.locator('button[type=submit]').click();
  const result = (await (await answered).json()) as Omit<Moved, 'at' | 'onScreen'>;
  const message = card.locator('.outcome .message');
  await message.waitFor();
  return { ...result, at, onScreen: (await message.textContent()) ?? '' };
}

/** Unfolds event and answer: the message as sent, the answer, the event, its headers. */
export async function unfold(page: Page, who: Who): Promise<void> {
  await cardOf(page, who).locator('details summary').first().click();
}
