import { setTimeout as delay } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { caption } from '../browser/caption.ts';
import { caseBlocks } from '../browser/case-blocks.ts';
import { startFilm } from '../browser/film.ts';
import { cardOf, lookUp } from '../browser/recruiter.ts';
import { recordPage, type Block } from '../browser/record-page.ts';
import { type Case, type HireStory } from '../contract-types.ts';
import { type Scene } from './scene.ts';

/** Long enough to read a page and its caption. */
const READ_MS = 4_000;
const GLANCE_MS = 2_500;

/** Use case 1: from the recruiter's click to the case, its write-back, and its end; filmed. */
export async function endToEnd(scene: Scene): Promise<void> {
  const page = await scene.stage.page.context().newPage();
  const film = await startFilm(page);
  await play(scene, page);
  scene.filmed(await film.finish(scene.stage.ffmpeg, scene.file('video.mp4')));
  await page.close();
}

async function play(scene: Scene, page: Page): Promise<void> {
  const { platform } = scene.stage;
  const { statuses, name } = platform.employer;
  const who = platform.candidate('h1b-new-graduate');
  await show(page, [{ title: 'What you will see', rows: PLOT }], { title: `End to end: ${name}`, source: null });
  await say(scene, page, 'iCIMS to immigration case: one hire from the click to the case, in real time.', READ_MS);

  await lookUp(page, scene.recruiterUrl, who);
  await say(
    scene,
    page,
    `1. The recruiter opens the candidate in iCIMS. The job carries the package; the status is "${statuses.interview.value}".`,
    READ_MS,
  );
  await cardOf(page, who).locator('select').selectOption(statuses.offerAccepted.id);
  await say(scene, page, `2. The recruiter moves the candidate to "${statuses.offerAccepted.value}".`, GLANCE_MS);
  const moved = await scene.move(who, statuses.offerAccepted.id, page);
  await say(
    scene,
    page,
    `3. Success: the connector answered ${moved.status} after ${Math.round(moved.ms)} ms, so iCIMS keeps the status.`,
    READ_MS,
  );
  await page.screenshot({ path: scene.file('success.png') });

  const hire = await scene.follow(moved, ({ state }) => state === 'delivered');
  const opened = await scene.readCase(hire);
  await showCase(page, opened);
  await say(scene, page, `4. Case ${opened.number} is open, with the data read from iCIMS.`, READ_MS + GLANCE_MS);
  await page.screenshot({ path: scene.file('case.png') });

  await lookUp(page, scene.recruiterUrl, who);
  scene.readWrittenBack(who);
  await reveal(page, scene, '5. Written back to the workflow: the status, and a link to the case.', 'write-back.png');

  await completeCase(scene, hire);
  await showCase(page, await scene.readCase(hire));
  await say(scene, page, '6. Later: the case team completes the case.', READ_MS);
  await lookUp(page, scene.recruiterUrl, who);
  scene.readWrittenBack(who);
  await reveal(page, scene, '7. The entry on the workflow follows: complete.', 'completed.png');
  await showTimes(scene, page, hire);
}

const PLOT: Block['rows'] = [
  ['1', 'the candidate in iCIMS'],
  ['2', 'the move to the trigger status'],
  ['3', 'the answer, while the recruiter waits'],
  ['4', 'the case with its data'],
  ['5', 'the write-back on the workflow'],
  ['6, 7', 'the later progress of the case'],
];

/** A caption, and time to read it. */
async function say(scene: Scene, page: Page, ...[text, holdMs]: [text: string, holdMs: number]): Promise<void> {
  await caption(page, text);
  await delay(holdMs * scene.stage.pace);
}

/** Shows the card's results, where the window may end above them. */
async function reveal(page: Page, scene: Scene, text: string, picture: string): Promise<void> {
  const who = scene.stage.platform.candidate('h1b-new-graduate');
  await cardOf(page, who).locator('[data-results]').scrollIntoViewIfNeeded();
  await say(scene, page, text, READ_MS);
  await page.screenshot({ path: scene.file(picture) });
}

async function show(
  page: Page,
  blocks: readonly Block[],
  head: { title: string; source: string | null },
): Promise<void> {
  // The policy of the page before would hold for this one too, and take its looks.
  await page.goto('about:blank');
  await page.setContent(recordPage({ ...head, blocks }));
}

async function showCase(page: Page, theCase: Case): Promise<void> {
  const head = { title: `Case ${theCase.number}: ${theCase.state}`, source: `GET /api/v1/cases/${theCase.number}` };
  await show(page, caseBlocks(theCase), head);
}

/** The case team says that the case is done; the entry in iCIMS follows. */
async function completeCase(scene: Scene, { id }: HireStory): Promise<void> {
  const { admin } = scene.stage;
  await admin.post(`/api/v1/hires/${id}/case-state`, { state: 'completed' });
  scene.note('The case team completes the case', { method: 'POST', path: `/api/v1/hires/${id}/case-state` });
  const [first] = scene.shown(0).moves;
  if (first === undefined) return;
  const isWritten = ({ attemptLog }: HireStory): boolean =>
    attemptLog.filter(({ step, outcome }) => step === 'write-back' && outcome === 'done').length > 1;
  await scene.follow(first, isWritten);
}

async function showTimes(scene: Scene, page: Page, hire: HireStory): Promise<void> {
  const { times } = scene.shown(0);
  const rows: [string, string][] = Object.entries(times ?? {}).map(([name, ms]) => [name, `${String(ms)} ms`]);
  const steps = hire.attemptLog.map(({ step, outcome, milliseconds }): [string, string] => [
    `${step}, ${outcome}`,
    `${milliseconds} ms`,
  ]);
  await show(
    page,
    [
      { title: 'After the click', rows },
      { title: 'Steps of the delivery', rows: steps },
    ],
    { title: 'How long it took', source: `GET /api/v1/hires/${hire.id}` },
  );
  await say(scene, page, 'Real time: from the event to the answer, the case and the write-back.', READ_MS);
}
