import { requirements, type RequirementId } from '../requirements.ts';
import { finding, type Finding } from '../verdict/finding.ts';
import { type Verdict } from '../verdict/judge.ts';
import { checkPlatformFields } from './check-platform-fields.ts';
import { checkFilm } from './check-film.ts';
import * as hires from './check-taken-hires.ts';
import * as refusals from './check-taken-refusals.ts';
import { notAsked } from './not-asked.ts';
import { type RealFacts } from './real-facts.ts';
import { guidedIds } from './taken-case.ts';

interface RealCheck {
  readonly check: (facts: RealFacts) => Finding;
  /** Below the platform's folder, or below the pack with a leading slash. */
  readonly evidence: readonly string[];
}

const shows = (id: string, ...files: readonly string[]): readonly string[] =>
  ['transcript.md', ...files].map((file) => `${id}/${file}`);

const checks: Readonly<Partial<Record<RequirementId, RealCheck>>> = {
  'endpoint-and-authentication': { check: checkEndpoint, evidence: ['enablement.md'] },
  video: { check: checkFilm, evidence: ['use-case-1-end-to-end/video.mp4'] },
  'end-to-end': { check: hires.checkEndToEnd, evidence: shows('use-case-1-end-to-end', 'screen.png') },
  'later-progress': { check: hires.checkLaterProgress, evidence: shows('more-later-progress', 'screen.png') },
  duplicate: {
    check: refusals.checkRefused('use-case-2-duplicate', 'DUPLICATE_REQUEST'),
    evidence: shows('use-case-2-duplicate', 'screen.png'),
  },
  'missing-field': {
    check: refusals.checkMissingKeys('use-case-3-missing-field', 1),
    evidence: shows('use-case-3-missing-field', 'screen.png'),
  },
  'missing-fields': {
    check: refusals.checkMissingKeys('use-case-3-missing-fields', 2),
    evidence: shows('use-case-3-missing-fields', 'screen.png'),
  },
  placeholders: { check: refusals.checkPlaceholders, evidence: shows('use-case-3-missing-fields', 'screen.png') },
  'error-format': { check: refusals.checkErrorFormat, evidence: shows('more-wrong-credential') },
  fields: { check: checkPlatformFields, evidence: ['fields.md', 'fields.csv'] },
  'real-time': { check: hires.checkRealTime, evidence: ['real-time.md'] },
  'call-limit': { check: hires.checkCallLimit, evidence: ['real-time.md'] },
  enablement: { check: checkEnablement, evidence: ['enablement.md'] },
  'no-customer-values': { check: checkValues, evidence: ['/customer-values.md'] },
  'no-secrets': { check: checkLeaks, evidence: ['/SHA256SUMS'] },
  'wrong-credential': { check: refusals.checkWrongCredential, evidence: shows('more-wrong-credential') },
  'unknown-package': {
    check: refusals.checkRefused('more-unknown-package', 'UNKNOWN_PACKAGE'),
    evidence: shows('more-unknown-package', 'screen.png'),
  },
  'rescinded-offer': { check: hires.checkRescinded, evidence: shows('more-rescinded-offer', 'screen.png') },
  'several-citizenships': {
    check: hires.checkCitizenships,
    evidence: shows('more-several-citizenships', 'screen.png'),
  },
  'title-change': { check: hires.checkTitleChange, evidence: shows('more-title-change', 'screen.png') },
};

/**
 * Judges every requirement that a run on one real platform can show. A file that is not in the pack, or a picture that is
 * none, is a problem that names it.
 */
export function judgeReal(facts: RealFacts, files: ReadonlySet<string>): Verdict[] {
  const left = notAsked(facts.document);
  return requirements.flatMap(({ id, question, source }) => {
    const check = checks[id];
    return check === undefined || left.has(id) ? [] : [verdictOn({ id, question, source }, check, { facts, files })];
  });
}

function verdictOn(
  about: Pick<Verdict, 'id' | 'question' | 'source'>,
  { check, evidence }: RealCheck,
  { facts, files }: { facts: RealFacts; files: ReadonlySet<string> },
): Verdict {
  const { answer, problems } = check(facts);
  const paths = evidence.map((path) => (path.startsWith('/') ? path.slice(1) : `${facts.folder}/${path}`));
  const all = [...problems, ...paths.flatMap((path) => fileProblems(about.id, path, { facts, files }))];
  const answers = [{ of: facts.customerId, text: answer }];
  return { ...about, shown: all.length === 0, answers, problems: all, evidence: paths };
}

function fileProblems(
  id: RequirementId,
  path: string,
  { facts, files }: { facts: RealFacts; files: ReadonlySet<string> },
): readonly string[] {
  const below = path.slice(facts.folder.length + 1);
  if (!files.has(path)) return absent(below, facts).map((how) => `${id}: ${path} is not in the pack${how}`);
  const medium = facts.media[below];
  const isWrong = path.endsWith('.png') && (medium === null || medium?.seconds !== null);
  return isWrong ? [`${id}: ${path} is no PNG picture`] : [];
}

/** A transcript is written as soon as its use case is taken, so one that is not there says nothing new. */
function absent(below: string, { cases }: RealFacts): readonly string[] {
  if (/\.(png|mp4)$/.test(below)) return [': put it there and run again with --resume'];
  const isUntaken = guidedIds.some((id) => below === `${id}/transcript.md` && cases[id] === undefined);
  return isUntaken ? [] : [''];
}

/** iCIMS calls public addresses with TLS only. */
function checkEndpoint({ document: { inbound, icims }, endpoint }: RealFacts): Finding {
  return finding(
    `POST ${endpoint}; accepted: ${Object.keys(inbound).sort().join(', ')}; the REST API with ${icims.auth.type}`,
    [[endpoint.startsWith('https://'), `endpoint: iCIMS calls https only, not ${endpoint}: say it with --endpoint`]],
  );
}

function checkEnablement({ document: { packages, triggers } }: RealFacts): Finding {
  return finding(
    `a sheet with endpoint, credentials to exchange, ${packages.items.length} packages, steps and least rights`,
    [
      [packages.items.length > 0, 'enablement: no package is configured'],
      [triggers.length > 0, 'enablement: no trigger is configured'],
    ],
  );
}

function checkValues({ customerValues: { searched, files, found } }: RealFacts): Finding {
  return {
    answer: `${searched} values of the platform were searched for in ${files} source files, ${found.length} found`,
    problems: found.map(
      ({ what, value, file, line }) => `customer values: ${what} ${value} stands in src/${file}:${line}`,
    ),
  };
}

function checkLeaks({ leaks }: RealFacts): Finding {
  return {
    answer: 'no file of the pack holds a secret',
    problems: leaks.map((file) => `secrets: ${file} holds a secret`),
  };
}
