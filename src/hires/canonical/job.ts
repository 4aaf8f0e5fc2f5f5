import { type CanonicalField } from './field.ts';

const WAGE_LEVELS = ['I', 'II', 'III', 'IV', 'N/A'];
const WAGE_LEVEL_SPELLINGS = { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' };

const SCHOOLING: CanonicalField = {
  key: 'job.min_education',
  label: 'least education asked for',
  kind: 'choice',
  options: ['none', 'high school', 'associate', 'bachelor', 'master', 'doctorate', 'professional'],
  spellings: {
    HS: 'high school',
    "associate's": 'associate',
    "bachelor's": 'bachelor',
    "bachelor's degree": 'bachelor',
    "master's": 'master',
    "master's degree": 'master',
    PhD: 'doctorate',
  },
};

/**
 * The job and its place: Form ETA-9035, Form I-129 (01/20/25) Part 5, Form I-140 (06/07/24) Part 6, and the duties set
 * that Form I-129 (02/27/26) adds. Worksites: ten on the 9035, two on the I-129.
 */
export const jobFields: readonly CanonicalField[] = [
  { key: 'job.title', label: 'job title', kind: 'text', formCell: 31 }, // I-140 Part 6
  { key: 'job.soc', label: 'SOC code', kind: 'soc' },
  { key: 'job.duties', label: 'job duties', kind: 'rich-text' },
  SCHOOLING,
  { key: 'job.field', label: 'field of study asked for', kind: 'text' },
  { key: 'job.experience_months', label: 'months of experience asked for', kind: 'integer', maxLength: 3 },
  { key: 'job.supervises', label: 'whether the job supervises others', kind: 'boolean' },
  { key: 'job.supervised', label: 'number of people supervised', kind: 'integer', maxLength: 6 },
  { key: 'job.full_time', label: 'whether the job is full-time', kind: 'boolean' },
  { key: 'job.hours', label: 'hours a week', kind: 'decimal', maxLength: 5 },
  { key: 'job.wage_from', label: 'wage', kind: 'wage', sensitive: true },
  { key: 'job.wage_to', label: 'highest wage', kind: 'wage', sensitive: true },
  { key: 'job.wage_unit', label: 'unit of the wage', kind: 'wage-unit' },
  { key: 'job.wage_currency', label: 'currency of the wage', kind: 'currency' },
  { key: 'job.wage_level', label: 'wage level', kind: 'choice', options: WAGE_LEVELS, spellings: WAGE_LEVEL_SPELLINGS },
  { key: 'job.prevailing_wage.amount', label: 'prevailing wage', kind: 'wage' },
  { key: 'job.prevailing_wage.unit', label: 'unit of the prevailing wage', kind: 'wage-unit' },
  { key: 'job.prevailing_wage.source', label: 'source of the prevailing wage', kind: 'text' },
  { key: 'job.prevailing_wage.year', label: 'year of the prevailing wage', kind: 'year' },
  { key: 'job.prevailing_wage.tracking_number', label: 'prevailing wage tracking number', kind: 'dol-number' },
  { key: 'job.worksites.name', label: 'worksite name', kind: 'text' },
  { key: 'job.worksites.street', label: 'worksite street', kind: 'text', formCell: 34 }, // I-129 Part 5
  { key: 'job.worksites.unit', label: 'worksite suite or floor', kind: 'text' },
  { key: 'job.worksites.city', label: 'worksite city', kind: 'text', formCell: 40 }, // I-129 Part 5
  { key: 'job.worksites.county', label: 'worksite county', kind: 'text' },
  { key: 'job.worksites.state', label: 'worksite state', kind: 'us-state' },
  { key: 'job.worksites.zip', label: 'worksite ZIP code', kind: 'zip' },
  { key: 'job.worksites.off_site', label: 'whether the worksite is off-site', kind: 'boolean' },
  { key: 'job.area_code', label: 'OFLC area code', kind: 'text', maxLength: 10 },
  { key: 'job.start', label: 'start date', kind: 'date' },
  { key: 'job.end', label: 'end date', kind: 'date' },
  { key: 'job.other_compensation', label: 'other compensation', kind: 'text', sensitive: true },
  { key: 'job.permanent', label: 'whether the job is permanent', kind: 'boolean' },
  { key: 'job.new_position', label: 'whether the position is new', kind: 'boolean' },
  { key: 'job.export_control', label: 'whether an export licence is required', kind: 'boolean' },
  { key: 'lca.number', label: 'LCA number', kind: 'dol-number' },
  { key: 'lca.begin', label: 'start of the LCA', kind: 'date' },
  { key: 'lca.end', label: 'end of the LCA', kind: 'date' },
  { key: 'registration.confirmation_number', label: 'registration confirmation number', kind: 'text', maxLength: 40 },
  { key: 'registration.selected', label: 'whether the registration was selected', kind: 'boolean' },
  { key: 'registration.level', label: 'registered wage level', kind: 'choice', options: WAGE_LEVELS },
  { key: 'registration.soc', label: 'registered SOC code', kind: 'soc' },
  { key: 'registration.area', label: 'registered area', kind: 'text', maxLength: 10 },
];
