import { type JobKey } from './situations.ts';

/** Packages on the job: the visa categories that the employers order, and one that the connector is never told about. */
export type PackageKey = 'H-1B' | 'H-1B transfer' | 'TN' | 'E-3' | 'L-1A' | 'O-1A' | 'unknown';

interface JobSeed {
  readonly title: string;
  readonly packages: readonly PackageKey[];
  readonly soc: string | null;
  readonly yearlyWage: number;
  readonly wageLevel: 'I' | 'II' | 'III' | 'IV' | 'N/A';
  /** Index of the employer's location; null for none. */
  readonly location: number | null;
  readonly duties: string;
  readonly qualifications: string;
}

const engineer: JobSeed = {
  title: 'Software Engineer, Clinical Systems',
  packages: ['H-1B'],
  soc: '15-1252',
  yearlyWage: 128_000,
  wageLevel: 'II',
  location: 0,
  duties: '<p>Designs and builds the software that schedules care. Reviews code, tests, and keeps it running.</p>',
  qualifications: '<p>Bachelor of Computer Science or a related field.</p>',
};

export const jobs: Readonly<Record<JobKey, JobSeed>> = {
  engineer,
  transfer: {
    ...engineer,
    title: 'Senior Software Engineer',
    packages: ['H-1B transfer'],
    yearlyWage: 152_000,
    wageLevel: 'III',
    location: 1,
  },
  accountant: {
    ...engineer,
    title: 'Senior Accountant',
    packages: ['TN'],
    soc: '13-2011',
    yearlyWage: 98_000,
    wageLevel: 'III',
    location: 1,
  },
  analyst: {
    ...engineer,
    title: 'Data Analyst',
    packages: ['E-3'],
    soc: '15-2051',
    yearlyWage: 112_500,
    wageLevel: 'II',
    location: 2,
  },
  manager: {
    ...engineer,
    title: 'Director of Operations',
    packages: ['L-1A'],
    soc: '11-1021',
    yearlyWage: 185_000,
    wageLevel: 'N/A',
    location: 2,
  },
  scientist: {
    ...engineer,
    title: 'Principal Scientist',
    packages: ['O-1A'],
    soc: '19-1042',
    yearlyWage: 210_000,
    wageLevel: 'N/A',
    location: 0,
  },
  'without-location': { ...engineer, title: 'Systems Engineer (remote)', location: null },
  'unknown-package': {
    ...engineer,
    title: 'Cultural Program Lead',
    packages: ['unknown'],
    soc: '25-9099',
    wageLevel: 'I',
  },
  'several-packages': { ...engineer, title: 'Platform Engineer', packages: ['H-1B', 'TN'] },
  'without-soc': { ...engineer, title: 'Integration Engineer', soc: null },
};
export const jobKeys = Object.keys(jobs) as readonly JobKey[];
