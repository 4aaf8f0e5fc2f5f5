import { type VisaCategoryName, visaCategoryNames } from './visa-category-names.ts';

/**
 * What a visa category needs. No law defines opening a case: `toOpen` is our reading of what the first consultation
 * asks for, `toFile` adds what the first government filing asks for. Keys that many people rightly leave empty
 * (middle name, other names, A-number) are in neither. Counsel decides; a platform may require less or more.
 */
export interface VisaCategory {
  readonly name: VisaCategoryName;
  readonly toOpen: readonly string[];
  readonly toFile: readonly string[];
}

/** Asked of everybody who is in the US, and of everybody who is not: Form I-129 Part 3 and Part 4. */
export const neededInUs: readonly string[] = [
  'status.current',
  'status.expires',
  'status.i94_number',
  'status.last_arrival',
  'person.us_address.street',
  'person.us_address.city',
  'person.us_address.state',
  'person.us_address.zip',
];
export const neededAbroad: readonly string[] = ['channel.consulate.city', 'channel.consulate.country'];

const core = [
  'person.family_name',
  'person.given_name',
  'person.date_of_birth',
  'person.country_of_birth',
  'person.citizenships',
  'person.email',
  'status.in_us',
  'case.category',
];
const job = [
  'job.title',
  'job.full_time',
  'job.hours',
  'job.wage_from',
  'job.wage_unit',
  'job.worksites.city',
  'job.worksites.state',
  'job.start',
];
const worker = [...core, 'case.request', ...job];
const passport = ['passport.number', 'passport.country'];
const intlGroup = ['intl_group.foreign_employer', 'intl_group.relationship', 'intl_group.from', 'intl_group.role'];

const everyFiling = [
  'person.phone',
  ...passport,
  'passport.expires',
  'person.foreign_address.street',
  'person.foreign_address.city',
  'person.foreign_address.country',
  'job.duties',
  'education',
  'work_history',
  'dependents_count',
  'employer.legal_name',
  'employer.fein',
];
/** Form I-129. */
const petition = [
  ...everyFiling,
  'person.sex',
  'person.province_of_birth',
  'passport.issued',
  'status.prior_answers',
  'case.action',
  'job.end',
];
/** Form I-140. */
const immigrant = [...everyFiling, 'person.city_of_birth', 'job.permanent', 'job.new_position'];
/** Form ETA-9035. */
const labor = [
  'job.soc',
  'job.wage_level',
  'job.prevailing_wage.amount',
  'job.worksites.street',
  'job.worksites.county',
  'job.worksites.zip',
  'job.area_code',
  'lca.number',
  'lca.begin',
  'lca.end',
];
/** The duties set of Form I-129 (02/27/26) and the H-1B Data Collection. */
const specialty = [
  'job.min_education',
  'job.field',
  'job.experience_months',
  'job.supervises',
  'job.export_control',
  'status.max_out',
  'employer.h1b.dependent',
  'employer.h1b.wilful_violator',
];
const transferee = ['job.export_control', 'status.max_out', 'intl_group.ownership', 'intl_group.duties'];
const perm = ['job.soc', 'job.field', 'job.experience_months', 'perm.pwd_number', 'perm.recruitment_to', 'perm.number'];
const permJob = [...core, ...job, 'job.duties', 'job.min_education'];

interface Needs {
  readonly toOpen: readonly string[];
  readonly toFile: readonly string[];
}

const needs: Record<VisaCategoryName, Needs> = {
  'H-1B': {
    toOpen: [...worker, 'job.soc', 'education.degree', ...passport],
    toFile: [...petition, ...labor, ...specialty, 'registration.confirmation_number', 'registration.selected'],
  },
  'H-1B transfer': {
    toOpen: [...worker, 'job.soc', 'education.degree', 'status.current', 'status.expires'],
    toFile: [...petition, ...labor, ...specialty, 'status.prior_receipts', 'status.prior_stays', 'status.i94_number'],
  },
  'H-1B1': {
    toOpen: [...worker, 'job.soc', 'trade.country', 'education.degree'],
    toFile: [...petition, ...labor, ...specialty, 'trade.profession'],
  },
  'E-3': { toOpen: [...worker, 'job.soc', 'education.degree'], toFile: [...petition, ...labor] },
  'L-1A': { toOpen: [...worker, ...intlGroup], toFile: [...petition, ...transferee, 'job.supervises'] },
  'L-1B': { toOpen: [...worker, ...intlGroup], toFile: [...petition, ...transferee, 'intl_group.off_site'] },
  'O-1A': {
    toOpen: [...worker, 'o1.field', 'o1.event'],
    toFile: [...petition, 'o1.evidence', 'o1.consultation_body', 'job.export_control'],
  },
  'O-1B': { toOpen: [...worker, 'o1.field', 'o1.event'], toFile: [...petition, 'o1.evidence', 'o1.consultation_body'] },
  TN: { toOpen: [...worker, 'trade.profession', 'trade.country', 'education.degree'], toFile: petition },
  'E-2': {
    toOpen: [...worker, 'treaty.country', 'treaty.owners', 'treaty.role'],
    toFile: [...petition, 'treaty.investment.total'],
  },
  'EB-1A': { toOpen: [...core, 'o1.field'], toFile: [...immigrant, 'o1.evidence'] },
  'EB-1B': { toOpen: [...core, ...job, 'job.permanent'], toFile: [...immigrant, 'o1.field', 'o1.evidence'] },
  'EB-1C': {
    toOpen: [...core, ...job, ...intlGroup],
    toFile: [...immigrant, 'intl_group.ownership', 'intl_group.duties', 'job.supervises', 'employer.net_income'],
  },
  'EB-2 NIW': { toOpen: [...core, 'o1.field', 'education.degree'], toFile: immigrant },
  'EB-2 PERM': { toOpen: permJob, toFile: [...immigrant, ...perm] },
  'EB-3': { toOpen: permJob, toFile: [...immigrant, ...perm] },
};

export const visaCategories: readonly VisaCategory[] = visaCategoryNames.map((name) => ({ name, ...needs[name] }));

const byName = new Map<string, VisaCategory>(visaCategories.map((category) => [category.name, category]));

export function visaCategory(name: string): VisaCategory | undefined {
  return byName.get(name);
}
