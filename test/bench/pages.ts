import { firstPageBytes } from '../support/first-page-bytes.ts';
import { openConsole, type ConsoleBrowser } from '../support/console-browser.ts';
import { median, rounded, type PartResult, type Target } from './figures.ts';
import { openFullStore, type FullStore } from './full-store.ts';
import { type Options } from './options.ts';
import { firstPaint, pageThrough, type Paged, type Paint, WATCH_TASKS } from './watch-page.ts';

const OPENINGS = 5;
const SIGN_IN = { path: 'sign-in', shown: 'input[type="password"]' };
const HIRES = { path: 'hires', shown: 'tbody tr' };
/** What grows by a page, and the button that asks for it. */
const LISTS: readonly Paged[] = [
  { path: 'hires', item: 'tbody tr', more: 'Show more' },
  { path: 'events', item: 'tbody tr', more: 'Show more' },
  { path: 'cases', item: 'tbody tr', more: 'Show more' },
  { path: 'cases/board', item: 'section[aria-label="open"] a', more: 'Show more open' },
  { path: 'audit', item: 'tbody tr', more: 'Show more' },
];

/** How the console feels in a real Chromium: first paints with nothing cached, and how long a list keeps the page from answering. */
export async function measurePages(options: Options): Promise<PartResult> {
  const store = await openFullStore(options);
  try {
    const url = `http://localhost:${store.scene.connector.port}`;
    const browser = await openConsole(url, { patienceMs: 60_000 });
    try {
      return await measureIn(browser, { url, link: await invite(store), options });
    } finally {
      await browser.close();
    }
  } finally {
    await store.scene.stop();
  }
}

async function invite({ scene }: FullStore): Promise<string> {
  const asked = { email: 'olga@example.com', operator: true, roles: [] };
  return (await scene.connector.admin.post<{ url: string }>('/api/v1/invitations', asked)).url;
}

async function measureIn(
  browser: ConsoleBrowser,
  { url, link, options }: { url: string; link: string; options: Options },
): Promise<PartResult> {
  const openings = options.quick ? 2 : OPENINGS;
  const signIn = await inTurns(openings, () => firstPaint(browser.page, `${url}/console/`, SIGN_IN));
  await browser.comeIn(link);
  const hires = await inTurns(openings, () => firstPaint(browser.page, `${url}/console/`, HIRES));
  await browser.page.addInitScript(WATCH_TASKS);
  const rows = [];
  for (const list of LISTS) {
    options.say(`pages: ${list.path}`);
    rows.push(await pageThrough(browser.page, `${url}/console/`, list));
  }
  const bytes = firstPageBytes().reduce((sum, size) => sum + size, 0);
  return {
    targets: [
      goal('first paint of the sign-in page, nothing cached', rounded(paintOf(signIn)), [1_000, 'ms']),
      goal('first paint of the hires page, nothing cached', rounded(paintOf(hires)), [1_000, 'ms']),
      goal('scripts and styles of the first page, gzip', rounded(bytes / 1_000), [350, 'kB']),
      goal('longest task while paging through lists', Math.max(...rows.map((row) => row['longest task ms'])), [
        200,
        'ms',
      ]),
    ],
    facts: {
      'stored hires': options.listed,
      openings,
      'sign-in form shown ms': rounded(median(signIn.map(({ shownMs }) => shownMs))),
      'hires shown ms': rounded(median(hires.map(({ shownMs }) => shownMs))),
    },
    rows,
    broken: browser.broken,
  };
}

async function inTurns(count: number, open: () => Promise<Paint>): Promise<readonly Paint[]> {
  const paints: Paint[] = [];
  for (let turn = 0; turn < count; turn += 1) paints.push(await open());
  return paints;
}

function paintOf(paints: readonly Paint[]): number {
  return median(paints.map(({ paintMs }) => paintMs));
}

function goal(name: string, value: number, [most, unit]: readonly [number, string]): Target {
  return { name, value, goal: most, unit, is: 'at most' };
}
