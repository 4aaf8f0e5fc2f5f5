import { type CaseId, type ShownCase } from '../cases/shown-case.ts';
import { type PlatformFacts } from '../facts.ts';
import { type Moved } from '../browser/recruiter.ts';
import { finding, type Finding } from './finding.ts';

const PLACEHOLDER = /\{\{[a-z]+\.[a-z0-9_.]+\}\}/g;

interface Expected {
  readonly status: number;
  /** First word of `debugErrorMessage`. */
  readonly code: string;
}

/** A refused move: this status and code, a sentence for the recruiter, and the same sentence on the screen. */
export function checkRefusal(platform: PlatformFacts, id: CaseId, { status, code }: Expected): Finding {
  const moved = refusedMove(platform.cases[id]);
  if (moved === undefined) return { answer: '', problems: [`${id}: no answer was recorded`] };
  const { raw, debug, text } = moved.shown;
  return finding(`${moved.status} \`${codeOf(debug)}\`. The recruiter reads: “${moved.onScreen}”`, [
    [moved.status === status, `${id}: answered ${moved.status} instead of ${status}`],
    [codeOf(debug) === code, `${id}: debugErrorMessage begins with "${codeOf(debug)}" instead of ${code}`],
    [(raw ?? '').length > 20, `${id}: there is no sentence for the recruiter`],
    [moved.onScreen === text, `${id}: the screen shows another sentence than iCIMS would`],
  ]);
}

/** Every empty required field is named by a placeholder, and the screen shows the customer's labels instead. */
export function checkMissing(platform: PlatformFacts, id: CaseId, atLeast: number): Finding {
  const refusal = checkRefusal(platform, id, { status: 400, code: 'MISSING_FIELDS' });
  const moved = refusedMove(platform.cases[id]);
  const named = placeholdersOf(moved);
  return {
    answer: `${refusal.answer} As sent it names ${named.join(', ')}`,
    problems: [
      ...refusal.problems,
      ...finding('', [
        [named.length >= atLeast, `${id}: ${named.length} fields are named, at least ${atLeast} are missing`],
        [moved?.onScreen.includes('{{') === false, `${id}: the recruiter reads a placeholder instead of a label`],
      ]).problems,
    ],
  };
}

/** The placeholders of a message as it was sent. */
export function placeholdersOf(moved: Moved | undefined): readonly string[] {
  return moved?.shown.raw?.match(PLACEHOLDER) ?? [];
}

/** The last move that was refused; what was accepted before or after it is another story. */
export function refusedMove(shown: ShownCase | undefined): Moved | undefined {
  return shown?.moves.findLast(({ status }) => status !== 200);
}

/** The stable code at the beginning of `debugErrorMessage`. */
export function codeOf(debug: string | null): string {
  return debug?.split(/[\s:]/)[0] ?? '';
}

/** Vendor error standard: one object `error` with two texts; neither tells who the candidate is. */
export function checkErrorFormat(platform: PlatformFacts): Finding {
  const refusals = Object.values(platform.cases).flatMap(({ id, moves }) =>
    moves.filter(({ status }) => status !== 200).map((moved) => ({ id, moved })),
  );
  const problems = refusals.flatMap(({ id, moved }) => formatProblems(id, moved));
  const answer = `${refusals.length} refusals, all \`{"error":{"userMessage","debugErrorMessage"}}\` without personal data`;
  return { answer, problems: refusals.length === 0 ? ['no refusal was recorded'] : problems };
}

function formatProblems(id: CaseId, { body, event }: Moved): readonly string[] {
  const error = errorOf(body);
  const texts = `${String(error?.['userMessage'])} ${String(error?.['debugErrorMessage'])}`;
  const person = typeof event['personId'] === 'string' ? event['personId'] : '-';
  return finding('', [
    [
      typeof error?.['userMessage'] === 'string' && typeof error['debugErrorMessage'] === 'string',
      `${id}: the answer is not in the vendor error standard`,
    ],
    [!texts.includes('@'), `${id}: the answer holds an e-mail address`],
    [!new RegExp(`\\b${person}\\b`).test(texts), `${id}: the answer holds the person's id`],
  ]).problems;
}

function errorOf(body: string): Record<string, unknown> | undefined {
  try {
    return (JSON.parse(body) as { error?: Record<string, unknown> }).error;
  } catch {
    return undefined;
  }
}
