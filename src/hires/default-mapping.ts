import { type Mapping } from '../platforms/platform.ts';

const rows = (from: string, to: string, pairs: Readonly<Record<string, string>>): readonly Mapping[] =>
  Object.entries(pairs).map(([source, target]) => ({ from: `${from}.${source}`, to: `${to}.${target}` }));

const US_ADDRESS = {
  addressstreet1: 'street',
  addressstreet2: 'unit',
  addresscity: 'city',
  addresscounty: 'county',
  addressstate: 'state',
  addresszip: 'zip',
  addresscountry: 'country',
};
const FOREIGN_ADDRESS = {
  addressstreet1: 'street',
  addressstreet2: 'unit',
  addresscity: 'city',
  addressstate: 'province',
  addresszip: 'postal_code',
  addresscountry: 'country',
};
const WORKSITE = {
  addressstreet1: 'street',
  addressstreet2: 'unit',
  addresscity: 'city',
  addresscounty: 'county',
  addressstate: 'state',
  addresszip: 'zip',
};

/**
 * Where the standard iCIMS fields go (iCIMS ATS data models: Person, Job, Location). Several rows for one key are tried
 * in order until one has a value; for a list, all are read. An address of `person.addresses` is the US or the foreign
 * one by its country, and `location.addresses` means the one address that `job.joblocation` names.
 */
export const defaultMapping: readonly Mapping[] = [
  ...rows('person', 'person', {
    lastname: 'family_name',
    firstname: 'given_name',
    middlename: 'middle_name',
    birthdate: 'date_of_birth',
    gender: 'sex',
    usssn: 'ssn',
    email: 'email',
    'phones.phonenumber': 'phone',
    'phones.phoneextension': 'phone_extension',
  }),
  { from: 'person.phones.phonenumber', to: 'person.phone_extension' },
  ...rows('person.addresses', 'person.us_address', US_ADDRESS),
  ...rows('person.addresses', 'person.foreign_address', FOREIGN_ADDRESS),
  { from: 'person.startdate', to: 'job.start' },
  { from: 'job.startdate', to: 'job.start' },
  { from: 'person.salary', to: 'job.wage_from' },
  { from: 'person.salary', to: 'job.wage_unit' },
  { from: 'person.salary', to: 'job.wage_currency' },
  { from: 'job.jobtitle', to: 'job.title' },
  { from: 'job.overview', to: 'job.duties' },
  { from: 'job.responsibilities', to: 'job.duties' },
  { from: 'location.name', to: 'job.worksites.name' },
  ...rows('location.addresses', 'job.worksites', WORKSITE),
  ...rows('person.education', 'education', {
    degree: 'degree',
    major: 'field',
    school: 'school',
    educationcity: 'city',
    educationstate: 'state',
    educationstartdate: 'from',
    graduationdate: 'date',
  }),
  ...rows('person.workexperience', 'work_history', {
    workemployer: 'employer',
    worktitle: 'title',
    workcity: 'city',
    workstate: 'state',
    workstartdate: 'from',
    workenddate: 'to',
    workdescription: 'duties',
  }),
];
