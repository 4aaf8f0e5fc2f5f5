import { type CaseId, type ShownCase, type WrittenEntry } from '../cases/shown-case.ts';
import { NEW_TITLE, titleOf } from '../cases/changes.ts';
import { type PlatformFacts } from '../facts.ts';
import { finding, type Finding } from './finding.ts';

/** iCIMS gives up after 30 seconds; its pages ask to answer fast, and we promise five. */
const ANSWER_WITHIN_MS = 5_000;
const WRITTEN_WITHIN_MS = 30_000;
/** A case with less data than this was not filled from iCIMS. */
const FEWEST_GROUPS = 3;

/** Shorter than this, no film has shown every step. */
const MIN_VIDEO_SECONDS = 5;

const ENTRY_PARTS = ['name', 'status', 'date', 'url', 'notes'] as const;

/** A move was accepted, a case opened with data, and a whole entry written on the workflow. */
export function checkEndToEnd(platform: PlatformFacts): Finding {
  const shown = shownOf(platform, 'use-case-1-end-to-end');
  const { status, ms } = shown.moves[0] ?? nothingMoved;
  const entry = firstEntry(shown);
  const missing = ENTRY_PARTS.filter((part) => entry[part] === '');
  return finding(
    `${status} after ${Math.round(ms)} ms; ${caseName(shown)}; on the workflow: “${entry.name}: ${entry.status}” with a link to the case`,
    [
      [status === 200, `end-to-end: the event was answered ${status}${noteOf(shown)}`],
      [shown.hire?.state === 'delivered', `end-to-end: the hire was not delivered${noteOf(shown)}`],
      [Object.keys(fieldsOf(shown)).length >= FEWEST_GROUPS, 'end-to-end: the case has no data'],
      [missing.length === 0, `end-to-end: the entry on the workflow has no ${missing.join(', no ')}`],
    ],
  );
}

/** The film plays from beginning to end, in the length that iCIMS asks for. */
export function checkVideo(platform: PlatformFacts, maxSeconds: number): Finding {
  const seconds = platform.cases['use-case-1-end-to-end']?.filmSeconds ?? null;
  return finding(`${Math.round(seconds ?? 0)} seconds, 1280×720, H.264, each step captioned`, [
    [seconds !== null && seconds >= MIN_VIDEO_SECONDS, 'video: nothing was filmed, or too little'],
    [seconds === null || seconds < maxSeconds, `video: longer than ${maxSeconds} seconds`],
  ]);
}

/** The entry of the same hire changes its status when the case ends. */
export function checkLaterProgress(platform: PlatformFacts): Finding {
  const shown = shownOf(platform, 'use-case-1-end-to-end');
  const [first, last] = [firstEntry(shown), lastEntries(shown)];
  const now = (last[0] ?? nothingWritten).status;
  return finding(`the one entry on the workflow goes from “${first.status}” to “${now}”`, [
    [
      shown.writtenBack.length > 1 && last.length === 1,
      `later progress: ${last.length} entries on the workflow, not 1`,
    ],
    [first.status !== now, 'later progress: the entry did not change when the case was completed'],
  ]);
}

export function checkRealTime(platform: PlatformFacts): Finding {
  const timed = Object.values(platform.cases).flatMap(({ id, moves }) => moves.map(({ ms }) => ({ id, ms })));
  const slowest = Math.round(Math.max(0, ...timed.map(({ ms }) => ms)));
  const written = Object.values(platform.cases).flatMap(({ times }) => times?.deliveredMs ?? []);
  const last = Math.max(0, ...written);
  const late = timed.filter(({ ms }) => ms > ANSWER_WITHIN_MS).map(({ id }) => id);
  return finding(
    `${timed.length} events, the slowest answer after ${slowest} ms; the latest write-back ${last} ms after the click`,
    [
      [timed.length > 0 && written.length > 0, 'real time: nothing was timed'],
      [late.length === 0, `real time: answered after more than ${ANSWER_WITHIN_MS} ms in ${late.join(', ')}`],
      [last <= WRITTEN_WITHIN_MS, `real time: a write-back came after ${last} ms`],
    ],
  );
}

export function checkCallLimit(platform: PlatformFacts): Finding {
  const calls = platform.cases['use-case-1-end-to-end']?.icimsCalls ?? 0;
  const { dailyCallLimit } = platform.document.icims;
  return finding(`${calls} calls from the event to the completed case, of ${dailyCallLimit} a day`, [
    [calls > 0, 'call limit: no call was counted'],
    [calls <= 10, `call limit: ${calls} calls for one hire`],
  ]);
}

export function checkRescinded(platform: PlatformFacts): Finding {
  const shown = shownOf(platform, 'more-rescinded-offer');
  const entries = lastEntries(shown);
  const { status, notes } = entries[0] ?? nothingWritten;
  const accepted = shown.moves.length === 2 && shown.moves.every((moved) => moved.status === 200);
  return finding(`the case is withdrawn; on the workflow stands “${status}”, ${notes}`, [
    [accepted, `rescinded: a move was refused${noteOf(shown)}`],
    [shown.case?.state === 'withdrawn', `rescinded: the case is not withdrawn${noteOf(shown)}`],
    [entries.length === 1 && notes.includes('withdrawn'), 'rescinded: the workflow does not say so'],
  ]);
}

export function checkCitizenships(platform: PlatformFacts): Finding {
  const shown = shownOf(platform, 'more-several-citizenships');
  const { person } = fieldsOf(shown) as { person?: { citizenships?: unknown } };
  const list = Array.isArray(person?.citizenships) ? person.citizenships : [];
  return finding(`in the case stand ${list.join(', ')}`, [
    [list.length === 3, `several citizenships: the case holds ${list.length} of 3${noteOf(shown)}`],
  ]);
}

export function checkTitleChange(platform: PlatformFacts): Finding {
  const shown = shownOf(platform, 'more-title-change');
  const title = titleOf(fieldsOf(shown));
  return finding(`the case's title is now “${String(title)}”, and its history says so`, [
    [title === NEW_TITLE, `title change: the case has the old title${noteOf(shown)}`],
    [(shown.case?.history ?? []).length > 1, 'title change: the history of the case does not tell it'],
  ]);
}

const nothingMoved = { status: 0, ms: 0 } as const;
const nothingWritten: WrittenEntry = { name: '', status: '', date: '', url: '', notes: '' };

/** What was recorded of a use case; of one that was not played, nothing. */
function shownOf({ cases }: PlatformFacts, id: CaseId): ShownCase {
  const empty = { steps: [], moves: [], writtenBack: [], files: [], icimsCalls: 0 };
  return cases[id] ?? { id, title: '', event: null, hire: null, case: null, times: null, filmSeconds: null, ...empty };
}

/** The entry as it stood at the first look. */
function firstEntry({ writtenBack }: ShownCase): WrittenEntry {
  return writtenBack[0]?.[0] ?? nothingWritten;
}

function lastEntries({ writtenBack }: ShownCase): readonly WrittenEntry[] {
  return writtenBack.at(-1) ?? [];
}

function fieldsOf(shown: ShownCase): object {
  return shown.case?.fields ?? {};
}

function caseName({ case: opened }: ShownCase): string {
  return opened === null ? 'no case' : `${opened.number} (${opened.visaCategory})`;
}

/** What stopped a use case, when something did. */
function noteOf(shown: ShownCase): string {
  const note = shown.steps.find(({ what }) => what.startsWith('Not shown'));
  return note === undefined ? '' : ` (${note.what})`;
}
