import { type CountryCode } from './places.ts';

/** Nonimmigrant statuses that the seeds use, by the codes of the I-129 list. */
export type StatusCode = 'F1' | 'H1B' | 'L2' | 'TN1' | 'TN2' | 'O1';

/** What a job is about: decides title, package, SOC code and wage. */
export type JobKey =
  | 'engineer'
  | 'transfer'
  | 'accountant'
  | 'analyst'
  | 'manager'
  | 'scientist'
  | 'without-location'
  | 'unknown-package'
  | 'several-packages'
  | 'without-soc';

/** A visa situation. Days count from today, so that seeds never grow stale. */
export interface Situation {
  readonly about: string;
  readonly job: JobKey;
  readonly bornOn: string | null;
  readonly bornIn: CountryCode;
  readonly citizenOf: readonly CountryCode[];
  readonly inUs: boolean;
  readonly status?: StatusCode;
  readonly statusEndsInDays?: number;
  readonly receipt?: string;
  readonly startsInDays: number | null;
  readonly profession?: string;
  readonly foreignEmployer?: string;
  readonly specialField?: string;
  readonly degree: string;
}

const newGraduate: Situation = {
  about: 'H-1B, new graduate in F-1 status',
  job: 'engineer',
  bornOn: '2001-02-17',
  bornIn: 'IN',
  citizenOf: ['IN'],
  inUs: true,
  status: 'F1',
  statusEndsInDays: 240,
  startsInDays: 75,
  degree: 'Master of Science',
};

export const situations = {
  'h1b-new-graduate': newGraduate,
  'h1b-transfer': {
    ...newGraduate,
    about: 'H-1B, transfer from another employer',
    job: 'transfer',
    bornOn: '1988-11-30',
    bornIn: 'BR',
    citizenOf: ['BR'],
    status: 'H1B',
    statusEndsInDays: 300,
    receipt: 'EAC9990000001',
    startsInDays: 45,
  },
  'tn-canada': {
    ...newGraduate,
    about: 'TN, Canadian citizen',
    job: 'accountant',
    bornOn: '1990-06-01',
    bornIn: 'CA',
    citizenOf: ['CA'],
    inUs: false,
    profession: 'Accountant',
    startsInDays: 40,
    degree: 'Bachelor of Commerce',
  },
  'tn-mexico': {
    ...newGraduate,
    about: 'TN, Mexican citizen',
    job: 'accountant',
    bornOn: '1993-08-21',
    bornIn: 'MX',
    citizenOf: ['MX'],
    inUs: false,
    profession: 'Accountant',
    startsInDays: 90,
    degree: 'Bachelor of Accounting',
  },
  e3: {
    ...newGraduate,
    about: 'E-3, Australian citizen',
    job: 'analyst',
    bornOn: '1985-01-31',
    bornIn: 'AU',
    citizenOf: ['AU'],
    inUs: false,
    startsInDays: 60,
    degree: 'Bachelor of Science',
  },
  l1a: {
    ...newGraduate,
    about: 'L-1A, manager from a subsidiary abroad',
    job: 'manager',
    bornOn: '1979-04-12',
    bornIn: 'NO',
    citizenOf: ['NO'],
    inUs: false,
    foreignEmployer: 'Eksempel Helse AS',
    startsInDays: 120,
    degree: 'Bachelor of Business',
  },
  o1a: {
    ...newGraduate,
    about: 'O-1A, scientist',
    job: 'scientist',
    bornOn: '1982-12-24',
    bornIn: 'IT',
    citizenOf: ['IT'],
    status: 'O1',
    statusEndsInDays: 150,
    specialField: 'Computational immunology',
    startsInDays: 100,
    degree: 'Doctor of Philosophy',
  },
  'no-birth-date': {
    ...newGraduate,
    about: 'H-1B, birth date not filled in',
    bornOn: null,
    bornIn: 'GH',
    citizenOf: ['GH'],
  },
  'no-job-location': {
    ...newGraduate,
    about: 'H-1B, job without a location',
    job: 'without-location',
    bornOn: '1996-10-05',
    bornIn: 'MD',
    citizenOf: ['MD'],
  },
  'several-citizenships': {
    ...newGraduate,
    about: 'TN, citizen of Canada, France and Algeria',
    job: 'accountant',
    bornOn: '1991-07-19',
    bornIn: 'DZ',
    citizenOf: ['DZ', 'FR', 'CA'],
    inUs: false,
    profession: 'Accountant',
  },
  'one-name': {
    ...newGraduate,
    about: 'H-1B, has one name only',
    bornOn: '1995-05-09',
    bornIn: 'ID',
    citizenOf: ['ID'],
  },
  'other-scripts': {
    ...newGraduate,
    about: 'H-1B, name with apostrophe, accent and Han characters',
    bornOn: '1998-02-28',
    bornIn: 'CN',
    citizenOf: ['IE'],
  },
  'unknown-package': {
    ...newGraduate,
    about: 'Package that the connector does not know',
    job: 'unknown-package',
    bornOn: '1992-03-03',
  },
  'several-packages': {
    ...newGraduate,
    about: 'Two packages on one job',
    job: 'several-packages',
    bornOn: '1994-09-14',
  },
  'many-gaps': {
    ...newGraduate,
    about: 'H-1B, several fields not filled in',
    job: 'without-soc',
    bornOn: null,
    citizenOf: [],
    startsInDays: null,
  },
} as const satisfies Readonly<Record<string, Situation>>;
export type SituationKey = keyof typeof situations;
