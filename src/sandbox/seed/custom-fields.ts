import { type Field, type FieldType } from '../platform/field.ts';

/** What an employer asks beyond iCIMS' standard fields. iCIMS names such fields `field` + number, per customer. */
export type CustomFieldKey =
  | 'sponsorship'
  | 'citizenships'
  | 'birthCountry'
  | 'inUs'
  | 'status'
  | 'statusExpires'
  | 'i94'
  | 'lastArrival'
  | 'receipt'
  | 'passportNumber'
  | 'passportCountry'
  | 'passportIssued'
  | 'passportExpires'
  | 'profession'
  | 'foreignEmployer'
  | 'relationship'
  | 'specialField'
  | 'soc'
  | 'wage'
  | 'wageLevel';

/** Where a custom field sits, what it holds, and the canonical key that the connector maps it to. */
interface CustomField {
  readonly on: 'person' | 'job';
  readonly type: FieldType;
  readonly list?: 'yesno' | 'citizenships' | 'country' | 'statuses' | 'relationships';
  readonly to: string;
}

export const customFields: Readonly<Record<CustomFieldKey, CustomField>> = {
  sponsorship: { on: 'person', type: 'node', list: 'yesno', to: 'case.sponsorship_needed' },
  citizenships: { on: 'person', type: 'nodes', list: 'citizenships', to: 'person.citizenships' },
  birthCountry: { on: 'person', type: 'node', list: 'country', to: 'person.country_of_birth' },
  inUs: { on: 'person', type: 'node', list: 'yesno', to: 'status.in_us' },
  status: { on: 'person', type: 'node', list: 'statuses', to: 'status.current' },
  statusExpires: { on: 'person', type: 'date', to: 'status.expires' },
  i94: { on: 'person', type: 'text', to: 'status.i94_number' },
  lastArrival: { on: 'person', type: 'date', to: 'status.last_arrival' },
  receipt: { on: 'person', type: 'text', to: 'status.prior_receipts' },
  passportNumber: { on: 'person', type: 'text', to: 'passport.number' },
  passportCountry: { on: 'person', type: 'node', list: 'country', to: 'passport.country' },
  passportIssued: { on: 'person', type: 'date', to: 'passport.issued' },
  passportExpires: { on: 'person', type: 'date', to: 'passport.expires' },
  profession: { on: 'person', type: 'text', to: 'trade.profession' },
  foreignEmployer: { on: 'person', type: 'text', to: 'intl_group.foreign_employer' },
  relationship: { on: 'person', type: 'node', list: 'relationships', to: 'intl_group.relationship' },
  specialField: { on: 'person', type: 'text', to: 'o1.field' },
  soc: { on: 'job', type: 'text', to: 'job.soc' },
  wage: { on: 'job', type: 'salary', to: 'job.wage_from' },
  wageLevel: { on: 'job', type: 'text', to: 'job.wage_level' },
};

export const customFieldKeys = Object.keys(customFields) as readonly CustomFieldKey[];

/** The definition of a custom field on one employer's platform. */
export function toField(key: CustomFieldKey, label: string, listName: (list: string) => string): Field {
  const { type, list } = customFields[key];
  const common = { label, type, onRequest: true };
  return list === undefined ? common : { ...common, list: listName(list) };
}
