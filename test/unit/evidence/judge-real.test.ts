import { describe, expect, it } from '@jest/globals';
import { type ConnectorEvent, type PlatformDocument } from '../../../src/evidence/contract-types.ts';
import { type Media } from '../../../src/evidence/real/read-media.ts';
import { judgeReal } from '../../../src/evidence/real/judge-real.ts';
import { type RealFacts } from '../../../src/evidence/real/real-facts.ts';
import { type GuidedId, guidedIds, type TakenCase, type TakenHire } from '../../../src/evidence/real/taken-case.ts';
import { platformDocumentFor } from '../../../src/sandbox/platform-document-for.ts';

const FOLDER = '9001-example';
const AT = '2026-11-20T10:00:00.000Z';

const hire: TakenHire = {
  ...{ id: 'h1', customerId: '9001', workflowId: '40211', personId: '7302', jobId: '1501', packageId: 'IMM-H1B' },
  ...{ visaCategory: 'H-1B', state: 'delivered', reason: null, attempts: 0, nextAttemptAt: null, caseId: 'IMM-000001' },
  ...{ caseUrl: null, eventId: 'e1', acceptedAt: AT, openedAt: AT, deliveredAt: '2026-11-20T10:00:01.000Z' },
  ...{ completeness: { needed: 1, present: 1, missing: [] }, citizenships: 2, jobTitle: 'New title' },
  filledKeys: ['case.category', 'person.date_of_birth'],
  attemptLog: (['open-case', 'write-back', 'update-case', 'write-back'] as const).map((step) => ({
    ...{ at: AT, step, outcome: 'done' as const, code: null, sentence: null, milliseconds: 5, calls: [] },
  })),
};
const event: ConnectorEvent = {
  ...{ id: 'e1', customerId: '9001', eventType: 'WorkFlowStatusChangeEvent', outcome: 'accepted', code: null },
  ...{ reason: null, workflowId: '40211', jobId: '1501', oldStatus: '1', newStatus: '20500', hireId: 'h1' },
  receivedAt: AT,
};
const taken = (id: GuidedId, changes: Partial<TakenCase>): TakenCase => ({
  ...{ id, takenAt: AT, event, hire: null, case: null, titleBefore: null, answer: null, icimsCalls: 5, ...changes },
});
const refused = (code: string, reason: string | null = null) => ({
  event: { ...event, outcome: 'refused' as const, code, reason, hireId: null },
});
const ONE = 'Not complete in iCIMS: person.date_of_birth (missing).';
const TWO = 'Not complete in iCIMS: person.date_of_birth (missing), job.soc (missing).';
const answer = { status: 401, body: { error: { userMessage: 'No.', debugErrorMessage: 'UNAUTHENTICATED: ref' } } };
const cases: Record<GuidedId, TakenCase> = {
  'use-case-1-end-to-end': taken('use-case-1-end-to-end', { hire }),
  'use-case-2-duplicate': taken('use-case-2-duplicate', refused('DUPLICATE_REQUEST')),
  'more-title-change': taken('more-title-change', { hire, titleBefore: 'Old title' }),
  'more-later-progress': taken('more-later-progress', { event: null, hire }),
  'use-case-3-missing-field': taken('use-case-3-missing-field', refused('MISSING_FIELDS', ONE)),
  'use-case-3-missing-fields': taken('use-case-3-missing-fields', refused('MISSING_FIELDS', TWO)),
  'more-unknown-package': taken('more-unknown-package', refused('UNKNOWN_PACKAGE')),
  'more-several-citizenships': taken('more-several-citizenships', { hire }),
  'more-rescinded-offer': taken('more-rescinded-offer', { hire: { ...hire, state: 'withdrawn' } }),
  'more-wrong-credential': taken('more-wrong-credential', { event: null, answer }),
};

const given = platformDocumentFor('9001', { icims: 'https://icims.example.com' }) as unknown as PlatformDocument;
const trigger = (action: 'open-case' | 'update-case' | 'withdraw-case') => ({
  ...{ eventType: 'WorkFlowStatusChangeEvent', newStatus: ['C1'], action },
});
const document: PlatformDocument = {
  ...given,
  triggers: [trigger('open-case'), trigger('update-case'), trigger('withdraw-case')],
};
const picture: Media = { width: 1280, height: 720, seconds: null, bytes: 50_000 };
const film: Media = { ...picture, seconds: 60 };
const media: RealFacts['media'] = {
  ...Object.fromEntries(guidedIds.map((id) => [`${id}/screen.png`, picture])),
  'use-case-1-end-to-end/video.mp4': film,
};
const files = new Set([
  ...Object.keys(media).map((path) => `${FOLDER}/${path}`),
  ...guidedIds.map((id) => `${FOLDER}/${id}/transcript.md`),
  ...['fields.md', 'fields.csv', 'enablement.md', 'real-time.md'].map((file) => `${FOLDER}/${file}`),
  ...['customer-values.md', 'SHA256SUMS'],
]);

const connectionTest = {
  ...{ testedAt: AT, testedBy: 'ana@example.com', version: 1, ok: true, checks: [], fields: [] },
  allowance: { limit: 10_000, remaining: 9_900, resetsInSeconds: 60 },
};
const facts = (changes: Partial<RealFacts> = {}): RealFacts => ({
  ...{ customerId: '9001', name: 'Example', folder: FOLDER, document, cases, media, leaks: [] },
  fields: [
    { profile: 'people', field: 'birthdate', access: 'read', why: ['person.date_of_birth'] },
    { profile: 'jobs', field: 'field40018', access: 'read', why: ['job.soc'] },
  ],
  connectionTest,
  endpoint: 'https://connector.example.com/icims/v1/events',
  customerValues: { searched: 3, files: 9, found: [] },
  ...changes,
});
const problemsOf = (changes: Partial<RealFacts>, present: ReadonlySet<string> = files): string[] =>
  judgeReal(facts(changes), present).flatMap(({ problems }) => problems);
const withCase = (id: GuidedId, changes: Partial<TakenCase>): Partial<RealFacts> => ({
  cases: { ...cases, [id]: { ...cases[id], ...changes } },
});
const withHire = (id: GuidedId, changes: Partial<TakenHire>): Partial<RealFacts> =>
  withCase(id, { hire: { ...hire, ...changes } });

describe('the verdict on a run with a real platform', () => {
  it('is "shown" for everything that one real platform can show', () => {
    const verdicts = judgeReal(facts(), files);

    expect(verdicts.filter(({ shown }) => !shown)).toEqual([]);
    expect(verdicts).toHaveLength(20);
  });

  it.each<[string, Partial<RealFacts>, RegExp]>([
    ['a parked hire and why', withHire('use-case-1-end-to-end', { state: 'parked', deliveredAt: null, reason: { code: 'ICIMS_ACCESS', sentence: 'No right.' } }), /end-to-end: the hire is parked \(ICIMS_ACCESS: No right\.\)/], // prettier-ignore
    ['a case that was never opened', withHire('use-case-1-end-to-end', { caseId: null }), /no case was opened/],
    ['nothing written back', withHire('use-case-1-end-to-end', { attemptLog: [] }), /nothing was written back/],
    ['a completion that iCIMS does not learn', withHire('more-later-progress', { attemptLog: hire.attemptLog.slice(0, 2) }), /later progress: .*not written back/], // prettier-ignore
    ['a refusal with another code', withCase('use-case-2-duplicate', refused('MISSING_FIELDS')), /duplicate: kept as refused MISSING_FIELDS instead of refused DUPLICATE_REQUEST/], // prettier-ignore
    ['a duplicate that was accepted', withCase('use-case-2-duplicate', { event }), /duplicate: kept as accepted/],
    ['too few fields named', withCase('use-case-3-missing-fields', refused('MISSING_FIELDS', ONE)), /1 missing fields are named, at least 2/], // prettier-ignore
    ['a field that nothing fills', { fields: [] }, /placeholders: no field of the platform fills/],
    ['a key of a hire that no listed field fills', { fields: [] }, /fields: a hire holds person\.date_of_birth/],
    ['a field that the API user cannot see', { connectionTest: { ...connectionTest, ok: false, checks: [{ name: 'person', ok: false, sentence: 'Hidden.' }] } }, /fields: person: Hidden\./], // prettier-ignore
    ['a wrong credential that is let in', withCase('more-wrong-credential', { answer: { ...answer, status: 200 } }), /answered 200 instead of 401/], // prettier-ignore
    ['an answer in another format', withCase('more-wrong-credential', { answer: { status: 401, body: null } }), /not the vendor error standard/], // prettier-ignore
    ['a hire that was not withdrawn', withHire('more-rescinded-offer', {}), /rescinded: the hire is delivered/],
    ['a single citizenship', withHire('more-several-citizenships', { citizenships: 1 }), /does not hold several/],
    ['the old title', withHire('more-title-change', { jobTitle: 'Old title' }), /the case has the old title/],
    ['a late write-back', withHire('use-case-1-end-to-end', { deliveredAt: '2026-11-20T10:05:00.000Z' }), /a write-back came after 300000 ms/], // prettier-ignore
    ['calls that were not counted', withCase('use-case-1-end-to-end', { icimsCalls: null }), /no call was counted/],
    ['an endpoint that iCIMS does not call', { endpoint: 'http://localhost:3000/icims/v1/events' }, /iCIMS calls https only/], // prettier-ignore
    ['a film that is too long', { media: { ...media, 'use-case-1-end-to-end/video.mp4': { ...film, seconds: 200 } } }, /video: longer than 180/], // prettier-ignore
    [
      'a film that is no film',
      { media: { ...media, 'use-case-1-end-to-end/video.mp4': null } },
      /is no film that plays/,
    ],
    ['a picture that is no picture', { media: { ...media, 'use-case-2-duplicate/screen.png': null } }, /use-case-2-duplicate\/screen\.png is no PNG picture/], // prettier-ignore
    ['a secret', { leaks: ['a.md'] }, /secrets: a\.md holds a secret/],
  ])('names %s', (_what, changes, sentence) => {
    expect(problemsOf(changes).join('\n')).toMatch(sentence);
  });

  it('names a use case that was not taken, once and for its picture', () => {
    const { 'more-unknown-package': _untaken, ...others } = cases;
    const present = new Set([...files].filter((path) => !path.includes('more-unknown-package')));

    expect(problemsOf({ cases: others }, present)).toEqual([
      'more-unknown-package: not taken yet: --resume asks for it',
      `unknown-package: ${FOLDER}/more-unknown-package/screen.png is not in the pack: put it there and run again with --resume`,
    ]);
  });

  it('does not ask for what the platform is not configured for', () => {
    const plain = { ...document, triggers: [trigger('open-case')], mapping: [], writeBack: null };

    const asked = judgeReal(facts({ document: plain }), files).map(({ id }) => id);

    expect(asked).toContain('end-to-end');
    const left = ['title-change', 'rescinded-offer', 'several-citizenships', 'later-progress', 'icims-unavailable'];
    expect(asked.filter((id) => left.includes(id))).toEqual([]);
  });
});
