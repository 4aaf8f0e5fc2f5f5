import { type ShownCase } from '../cases/shown-case.ts';
import { titleOf } from '../cases/changes.ts';
import { type PlatformFacts } from '../facts.ts';
import { finding, type Finding } from './finding.ts';

/** iCIMS gives up after 30 seconds; its pages ask to answer fast, and we promise five. */
const ANSWER_WITHIN_MS = 5_000;
const WRITTEN_WITHIN_MS = 30_000;
/** A case with less data than this was not filled from iCIMS. */
const FEWEST_GROUPS = 3;

const ENTRY_PARTS = ['name', 'status', 'date', 'url', 'notes'] as const;

/** A move was accepted, a case opened with data, and a whole entry written on the workflow. */
export function checkEndToEnd(platform: PlatformFacts): Finding {
  const shown = platform.cases['use-case-1-end-to-end'];
  const [moved, hire, entry] = [shown?.moves[0], shown?.hire, shown?.writtenBack[0]?.[0]];
  const missing = ENTRY_PARTS.filter((part) => (entry?.[part] ?? '') === '');
  const groups = Object.keys(shown?.case?.fields ?? {}).length;
  const reason = noteOf(shown);
  return finding(
    `200 after ${Math.round(moved?.ms ?? 0)} ms; ${shown?.case?.number ?? 'no case'} (${hire?.visaCategory ?? '-'}); on the workflow: “${entry?.name ?? ''}: ${entry?.status ?? ''}” with a link to the case`,
    [
      [moved?.status === 200, `end-to-end: the event was answered ${moved?.status ?? 'not at all'}${reason}`],
      [hire?.state === 'delivered', `end-to-end: the hire is ${hire?.state ?? 'not there'}${reason}`],
      [groups >= FEWEST_GROUPS, 'end-to-end: the case has no data'],
      [missing.length === 0, `end-to-end: the entry on the workflow has no ${missing.join(', no ')}`],
    ],
  );
}

/** The film plays from beginning to end, in the length that iCIMS asks for. */
export function checkVideo(platform: PlatformFacts, maxSeconds: number): Finding {
  const seconds = platform.cases['use-case-1-end-to-end']?.filmSeconds ?? null;
  return finding(`${Math.round(seconds ?? 0)} seconds, 1280×720, H.264, each step captioned`, [
    [seconds !== null && seconds > 20, 'video: nothing was filmed, or too little'],
    [seconds === null || seconds < maxSeconds, `video: longer than ${maxSeconds} seconds`],
  ]);
}

/** The entry of the same hire changes its status when the case ends. */
export function checkLaterProgress(platform: PlatformFacts): Finding {
  const looks = platform.cases['use-case-1-end-to-end']?.writtenBack ?? [];
  const [first, last] = [looks[0]?.[0], looks.at(-1)];
  return finding(`the one entry on the workflow goes from “${first?.status ?? ''}” to “${last?.[0]?.status ?? ''}”`, [
    [looks.length > 1 && last?.length === 1, `later progress: ${last?.length ?? 0} entries on the workflow, not one`],
    [first?.status !== last?.[0]?.status, 'later progress: the entry did not change when the case was completed'],
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
  const shown = platform.cases['more-rescinded-offer'];
  const entries = shown?.writtenBack.at(-1) ?? [];
  return finding(
    `the case is ${shown?.case?.state ?? '-'}; on the workflow stands “${entries[0]?.status ?? ''}”, ${entries[0]?.notes ?? ''}`,
    [
      [shown?.moves.every(({ status }) => status === 200) === true, `rescinded: a move was refused${noteOf(shown)}`],
      [
        shown?.case?.state === 'withdrawn',
        `rescinded: the case is ${shown?.case?.state ?? 'not there'}${noteOf(shown)}`,
      ],
      [entries.length === 1 && /withdrawn/.test(entries[0]?.notes ?? ''), 'rescinded: the workflow does not say so'],
    ],
  );
}

export function checkCitizenships(platform: PlatformFacts): Finding {
  const shown = platform.cases['more-several-citizenships'];
  const person = (shown?.case?.fields as { person?: { citizenships?: unknown } } | null | undefined)?.person;
  const list = Array.isArray(person?.citizenships) ? person.citizenships : [];
  return finding(`in the case stand ${list.join(', ')}`, [
    [list.length === 3, `several citizenships: the case holds ${list.length} of 3${noteOf(shown)}`],
  ]);
}

export function checkTitleChange(platform: PlatformFacts): Finding {
  const shown = platform.cases['more-title-change'];
  const history = shown?.case?.history ?? [];
  const isTold = history.length > 1;
  return finding(`the case's title is now “${String(titleOf(shown?.case?.fields))}”, and its history says so`, [
    [titleOf(shown?.case?.fields) === 'Lead Data Analyst', `title change: the case has the old title${noteOf(shown)}`],
    [isTold, 'title change: the history of the case does not tell it'],
  ]);
}

/** What stopped a use case, when something did. */
function noteOf(shown: ShownCase | undefined): string {
  const note = shown?.steps.find(({ what }) => what.startsWith('Not shown'));
  return note === undefined ? '' : ` (${note.what})`;
}
