import { type Facts, type PlatformFacts } from '../facts.ts';
import { requirements, type RequirementId } from '../requirements.ts';
import {
  checkCallLimit,
  checkCitizenships,
  checkEndToEnd,
  checkLaterProgress,
  checkRealTime,
  checkRescinded,
  checkTitleChange,
  checkVideo,
} from './check-hires.ts';
import {
  checkCustomerValues,
  checkEnablement,
  checkEndpoint,
  checkFields,
  checkRepeatable,
  checkSecrets,
} from './check-platform.ts';
import { checkErrorFormat, checkMissing, checkRefusal, placeholdersOf, refusedMove } from './check-refusals.ts';
import { finding, type Finding } from './finding.ts';

/** The verdict on one requirement. */
export interface Verdict {
  readonly id: RequirementId;
  readonly question: string;
  readonly source: string;
  readonly shown: boolean;
  /** By platform, or one for the pack. */
  readonly answers: readonly { readonly of: string; readonly text: string }[];
  readonly problems: readonly string[];
  /** Paths below the pack. */
  readonly evidence: readonly string[];
}

type Check =
  { readonly each: (platform: PlatformFacts, facts: Facts) => Finding } | { readonly all: (facts: Facts) => Finding };

const MAX_VIDEO_SECONDS = 180;

const checks: Readonly<Record<RequirementId, Check>> = {
  'endpoint-and-authentication': { each: checkEndpoint },
  video: { each: (platform) => checkVideo(platform, MAX_VIDEO_SECONDS) },
  'end-to-end': { each: checkEndToEnd },
  'later-progress': { each: checkLaterProgress },
  duplicate: { each: (p) => checkRefusal(p, 'use-case-2-duplicate', { status: 400, code: 'DUPLICATE_REQUEST' }) },
  'missing-field': { each: (p) => checkMissing(p, 'use-case-3-missing-field', 1) },
  'missing-fields': { each: (p) => checkMissing(p, 'use-case-3-missing-fields', 3) },
  placeholders: { each: checkPlaceholders },
  'error-format': { each: checkErrorFormat },
  fields: { each: checkFields },
  'real-time': { each: checkRealTime },
  'call-limit': { each: checkCallLimit },
  enablement: { each: checkEnablement },
  repeatable: { all: checkRepeatable },
  'no-customer-values': { all: checkCustomerValues },
  'no-secrets': { all: checkSecrets },
  'wrong-credential': {
    each: (p) => checkRefusal(p, 'more-wrong-credential', { status: 401, code: 'UNAUTHENTICATED' }),
  },
  'unknown-package': {
    each: (p) => checkRefusal(p, 'more-unknown-package', { status: 400, code: 'UNKNOWN_PACKAGE' }),
  },
  'icims-unavailable': { each: checkUnavailable },
  'rescinded-offer': { each: checkRescinded },
  'several-citizenships': { each: checkCitizenships },
  'title-change': { each: checkTitleChange },
};

/**
 * Judges every requirement. `files` are the paths that the pack will hold: evidence that is not there is a problem of
 * its own.
 */
export function judge(
  facts: Facts,
  folderOf: (platform: PlatformFacts) => string,
  files: ReadonlySet<string>,
): Verdict[] {
  const folders = facts.platforms.map(folderOf);
  return requirements.map(({ id, question, source, evidence }) => {
    const found = findingsOf(checks[id], facts);
    const paths = evidence.flatMap((path) => expand(path, folders));
    const absent = paths.filter((path) => !files.has(path)).map((path) => `${id}: ${path} is not in the pack`);
    const problems = [
      ...found.flatMap(({ of, problems: each }) => each.map((problem) => (of === '' ? problem : `${of}: ${problem}`))),
      ...absent,
    ];
    const answers = found.map(({ of, answer }) => ({ of, text: answer }));
    return { id, question, source, shown: problems.length === 0, answers, problems, evidence: paths };
  });
}

function findingsOf(check: Check, facts: Facts): (Finding & { readonly of: string })[] {
  if ('all' in check) return [{ of: '', ...check.all(facts) }];
  return facts.platforms.map((platform) => ({ of: platform.customerId, ...check.each(platform, facts) }));
}

function expand(path: string, folders: readonly string[]): readonly string[] {
  return path.startsWith('/') ? [path.slice(1)] : folders.map((folder) => `${folder}/${path}`);
}

function checkPlaceholders(platform: PlatformFacts): Finding {
  const moved = refusedMove(platform.cases['use-case-3-missing-field']);
  const [sent = ''] = placeholdersOf(moved);
  return finding(`sent \`${moved?.shown.raw ?? ''}\`, read “${moved?.onScreen ?? ''}”`, [
    [sent !== '', 'placeholders: the message as sent has none'],
    [moved?.onScreen !== moved?.shown.raw, 'placeholders: the message on the screen is not translated'],
  ]);
}

/** 503 while iCIMS does not answer, and the same move goes through when it does. */
function checkUnavailable(platform: PlatformFacts): Finding {
  const refusal = checkRefusal(platform, 'more-icims-unavailable', { status: 503, code: 'ICIMS_UNAVAILABLE' });
  const again = platform.cases['more-icims-unavailable']?.moves.at(-1)?.status;
  const { problems } = finding('', [[again === 200, 'more-icims-unavailable: the second try was not accepted']]);
  return {
    answer: `${refusal.answer}; tried again, it is accepted`,
    problems: [...refusal.problems, ...problems],
  };
}
