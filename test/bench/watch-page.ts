import { type Browser, type Page } from 'playwright-core';
import { rounded } from './figures.ts';

/** Milliseconds from the start of the navigation. */
export interface Paint {
  readonly paintMs: number;
  /** Until what the page is for is there. */
  readonly shownMs: number;
}

/** A page of the console that shows a list, by its selector of items and the name of the button for more. */
export interface Paged {
  readonly path: string;
  readonly item: string;
  readonly more: string;
}

const PAGES = 5;
/** To run in a page before anything else of it, for `pageThrough`. */
export const WATCH_TASKS = `globalThis.tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask', buffered: true });`;

/** Opens a page as somebody who has the session of `page` and nothing in the cache. */
export async function firstPaint(
  page: Page,
  base: string,
  { path, shown }: { readonly path: string; readonly shown: string },
): Promise<Paint> {
  const context = await browserOf(page).newContext({ storageState: await page.context().storageState() });
  try {
    const fresh = await context.newPage();
    await fresh.goto(`${base}${path}`, { waitUntil: 'commit' });
    await fresh.locator(shown).first().waitFor();
    const shownMs = Number(await fresh.evaluate('performance.now()'));
    await fresh.waitForFunction(`performance.getEntriesByName('first-contentful-paint').length > 0`);
    const paint = await fresh.evaluate(`performance.getEntriesByName('first-contentful-paint')[0].startTime`);
    return { paintMs: Number(paint), shownMs };
  } finally {
    await context.close();
  }
}

/** Opens a list and asks for one page of it after the other. */
export async function pageThrough(page: Page, base: string, { path, item, more }: Paged) {
  await page.goto(`${base}${path}`);
  const items = page.locator(item);
  await items.first().waitFor();
  const pageTimes: number[] = [];
  for (let shown = 1; shown < PAGES; shown += 1) {
    const before = await items.count();
    const startedAt = performance.now();
    await page.getByRole('button', { name: more, exact: true }).click();
    await items.nth(before).waitFor();
    pageTimes.push(performance.now() - startedAt);
  }
  const tasks = await page.evaluate<readonly number[]>('tasks');
  return {
    page: path,
    items: await items.count(),
    'long tasks': tasks.length,
    'longest task ms': rounded(Math.max(0, ...tasks)),
    'slowest page shown ms': rounded(Math.max(...pageTimes)),
  };
}

function browserOf(page: Page): Browser {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser');
  return browser;
}
