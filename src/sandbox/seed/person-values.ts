import { type Values } from '../platform/field.ts';
import { node } from '../platform/lists.ts';
import { type CustomFieldKey } from './custom-fields.ts';
import { type Employer } from './employer.ts';
import { countries, states } from './places.ts';
import { seedNodes } from './platform-setup.ts';
import { situations, type Situation, type SituationKey } from './situations.ts';

/** Field values of a candidate in a visa situation, as the employer's platform holds them. */
export function personValues(employer: Employer, key: SituationKey, personId: number, today: Date): Values {
  const situation: Situation = situations[key];
  return {
    ...employer.cast[key],
    email: `candidate.${personId}@example.com`,
    folder: seedNodes.candidate,
    birthdate: situation.bornOn,
    gender: personId % 2 === 0 ? 'Female' : 'Male',
    startdate: situation.startsInDays === null ? null : daysFrom(today, situation.startsInDays),
    addresses: [addressOf(employer, situation)],
    phones: [{ phonetype: seedNodes.mobile, phonenumber: '+1 617 555 0100' }],
    education: [educationOf(situation)],
    ...toCustomFields(employer, immigrationAnswers(employer, situation, personId, today)),
  };
}

/** `yyyy-MM-dd`, so many days from today. */
function daysFrom(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Values under the employer's own field ids. */
export function toCustomFields(employer: Employer, answers: Partial<Record<CustomFieldKey, unknown>>): Values {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [employer.customFields[key as CustomFieldKey].id, value]),
  );
}

function immigrationAnswers(
  employer: Employer,
  situation: Situation,
  personId: number,
  today: Date,
): Partial<Record<CustomFieldKey, unknown>> {
  const passportCountry = situation.citizenOf[0];
  return {
    sponsorship: employer.yes,
    citizenships:
      situation.citizenOf.length === 0 ? null : situation.citizenOf.map((code) => employer.citizenships[code]),
    birthCountry: countries[situation.bornIn],
    inUs: situation.inUs ? employer.yes : employer.no,
    passportNumber: `X${String(personId).padStart(8, '0')}`,
    passportCountry: passportCountry === undefined ? null : countries[passportCountry],
    passportIssued: daysFrom(today, -900),
    passportExpires: daysFrom(today, 2700),
    profession: situation.profession,
    foreignEmployer: situation.foreignEmployer,
    relationship: situation.foreignEmployer === undefined ? null : seedNodes.subsidiary,
    specialField: situation.specialField,
    ...statusAnswers(employer, situation, personId, today),
  };
}

function statusAnswers(
  employer: Employer,
  situation: Situation,
  personId: number,
  today: Date,
): Partial<Record<CustomFieldKey, unknown>> {
  if (situation.status === undefined) return {};
  return {
    status: employer.immigrationStatuses[situation.status],
    statusExpires: daysFrom(today, situation.statusEndsInDays ?? 365),
    i94: `9${String(personId).padStart(8, '0')}A1`,
    lastArrival: daysFrom(today, -400),
    receipt: situation.receipt,
  };
}

function addressOf(employer: Employer, situation: Situation): Values {
  const common = { primary: true, addresstype: seedNodes.home };
  if (!situation.inUs) {
    const addresscountry = countries[situation.citizenOf[0] ?? situation.bornIn];
    return {
      ...common,
      addressstreet1: '5 Example Road',
      addresscity: 'Sampleville',
      addresszip: '10000',
      addresscountry,
    };
  }
  const home = employer.locations[0];
  return {
    ...common,
    addressstreet1: '88 Invented Street',
    addressstreet2: 'Apt 4B',
    addresscity: home?.city,
    addresscounty: home?.county,
    addressstate: home === undefined ? null : states[home.state],
    addresszip: home?.zip,
    addresscountry: countries.US,
  };
}

function educationOf({ degree }: Situation): Values {
  return {
    school: seedNodes.exampleUniversity,
    degree: node(degree === 'Master of Science' ? 'C55002' : 'C55001', degree),
    major: seedNodes.computerScience,
    graduationdate: '2024-05-18',
  };
}
