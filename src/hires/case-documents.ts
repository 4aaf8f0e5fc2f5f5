import { type CanonicalFields } from './hire.ts';
import { type VisaCategoryName } from './visa-category-names.ts';

/**
 * A document that the team of a case will ask for: a copy, for the petition. This is our reading of what each category's
 * petition is filed with; counsel decides, so any of them may be marked as not needed.
 *
 * What a worker shows for Form I-9 is never among them, and nothing here may be used for it: the worker alone chooses
 * which acceptable documents to show, and to ask for certain ones is an unfair practice (8 USC 1324b(a)(6)).
 */
export interface CaseDocument {
  readonly id: string;
  readonly label: string;
  readonly from: 'worker' | 'employer';
  readonly categories: readonly VisaCategoryName[] | 'all';
  /** Only of somebody who is in the US already. */
  readonly onlyInUs?: true;
  /** The rule or form that asks for what it shows. */
  readonly source: string;
}

const degreed = ['H-1B', 'H-1B transfer', 'H-1B1', 'E-3', 'TN', 'EB-2 NIW', 'EB-2 PERM', 'EB-3'] as const;
const intracompany = ['L-1A', 'L-1B', 'EB-1C'] as const;
/** Whoever files for themselves has neither offer nor job to describe. */
const employed = [
  ...(['H-1B', 'H-1B transfer', 'H-1B1', 'E-3', 'L-1A', 'L-1B', 'O-1A', 'O-1B', 'TN', 'E-2'] as const),
  ...(['EB-1B', 'EB-1C', 'EB-2 PERM', 'EB-3'] as const),
] as const;

const worker = [
  {
    id: 'passport',
    label: 'Passport, page with the photograph',
    categories: 'all',
    source: 'Form I-129 Part 3; Form I-140 Part 3',
  },
  { id: 'resume', label: 'Resume', categories: 'all', source: 'Form I-129 and I-140: education and work history' },
  { id: 'i-94', label: 'Form I-94', categories: 'all', onlyInUs: true, source: 'Form I-129 Part 3; Form I-140 Part 3' },
  {
    id: 'i-797',
    label: 'Form I-797 of earlier approvals',
    categories: 'all',
    onlyInUs: true,
    source: 'Form I-129 Part 2, receipt number of the earlier petition',
  },
  {
    id: 'pay-records',
    label: 'Recent pay records',
    categories: ['H-1B transfer'],
    source: '8 CFR 214.1(c)(4), that status was kept',
  },
  {
    id: 'degree',
    label: 'Degree and transcripts',
    categories: degreed,
    source: '8 CFR 214.2(h)(4)(iii)(C); 214.6(d)(3); 204.5(k)(3), (l)(3)',
  },
  {
    id: 'degree-evaluation',
    label: 'Evaluation of a foreign degree',
    categories: degreed,
    source: '8 CFR 214.2(h)(4)(iii)(D)',
  },
  {
    id: 'experience-letters',
    label: 'Letters of former employers on experience',
    categories: ['EB-1B', 'EB-2 PERM', 'EB-3'],
    source: '8 CFR 204.5(g)(1)',
  },
  {
    id: 'ability-evidence',
    label: 'Evidence of extraordinary ability or recognition',
    categories: ['O-1A', 'O-1B', 'EB-1A', 'EB-1B'],
    source: '8 CFR 214.2(o)(3); 204.5(h)(3), (i)(3)',
  },
  {
    id: 'endeavor-statement',
    label: 'Statement on the proposed endeavor',
    categories: ['EB-2 NIW'],
    source: '8 CFR 204.5(k)(4)(ii)',
  },
] as const;

const employer = [
  { id: 'offer-letter', label: 'Offer letter', categories: employed, source: 'Form I-129 Part 5; Form I-140 Part 6' },
  {
    id: 'job-description',
    label: 'Job description',
    categories: employed,
    source: 'Form I-129 Part 5; Form I-140 Part 6',
  },
  {
    id: 'contract',
    label: 'Contract, or a summary of what was agreed by word',
    categories: ['O-1A', 'O-1B'],
    source: '8 CFR 214.2(o)(2)(ii)(B)',
  },
  {
    id: 'consultation',
    label: 'Consultation of a peer group, union or management organization',
    categories: ['O-1A', 'O-1B'],
    source: '8 CFR 214.2(o)(5)',
  },
  {
    id: 'relationship',
    label: 'Proof of how the companies belong together',
    categories: intracompany,
    source: '8 CFR 214.2(l)(3)(i); 204.5(j)(3)(i)(C)',
  },
  {
    id: 'year-abroad',
    label: 'Proof of the year of employment abroad',
    categories: intracompany,
    source: '8 CFR 214.2(l)(3)(iii); 204.5(j)(3)(i)(A)',
  },
  {
    id: 'organization-chart',
    label: 'Organization chart',
    categories: ['L-1A', 'EB-1C'],
    source: '8 CFR 214.2(l)(1)(ii)(B), (C); 204.5(j)(2)',
  },
  {
    id: 'treaty-ownership',
    label: 'Proof of ownership by nationals of the treaty country',
    categories: ['E-2'],
    source: '8 CFR 214.2(e)(3), E Supplement',
  },
  { id: 'investment', label: 'Proof of the investment', categories: ['E-2'], source: '8 CFR 214.2(e)(12), (14)' },
  {
    id: 'ability-to-pay',
    label: 'Proof of ability to pay the wage',
    categories: ['EB-1B', 'EB-1C', 'EB-2 PERM', 'EB-3'],
    source: '8 CFR 204.5(g)(2)',
  },
] as const;

/** Every document that any category asks for, those of the worker first. */
export const caseDocuments: readonly CaseDocument[] = [
  ...worker.map((document) => ({ ...document, from: 'worker' as const })),
  ...employer.map((document) => ({ ...document, from: 'employer' as const })),
];

/** What will be asked for in a case of this category, as far as its data says; of unknown data, all that may be. */
export function documentsOf(category: string, fields: CanonicalFields | null): readonly CaseDocument[] {
  const { status } = fields ?? {};
  const isAbroad =
    typeof status === 'object' && !Array.isArray(status) && (status as CanonicalFields)['in_us'] === false;
  return caseDocuments.filter(
    ({ categories, onlyInUs }) =>
      (categories === 'all' || categories.some((name) => name === category)) && !(onlyInUs === true && isAbroad),
  );
}
