import { type CanonicalField } from './field.ts';

/**
 * Who the person is. Cell lengths: Form I-9 (01/20/25) and Form I-129 (01/20/25) Part 3 and 4, Form I-140 (06/07/24)
 * Part 3 and 4, read from the PDFs of uscis.gov. Country of birth decides the green-card queue and is never inferred
 * from a citizenship; permanent residence never counts as one.
 */
export const personFields: readonly CanonicalField[] = [
  { key: 'person.family_name', label: 'family name', kind: 'name', formCell: 34 },
  { key: 'person.given_name', label: 'given name', kind: 'name', formCell: 34 },
  { key: 'person.middle_name', label: 'middle name', kind: 'name', formCell: 34 },
  { key: 'person.other_names', label: 'other names used', kind: 'name', list: true, formCell: 34 },
  { key: 'person.native_name', label: 'name in native script', kind: 'name' },
  { key: 'person.date_of_birth', label: 'date of birth', kind: 'birth-date', sensitive: true },
  {
    key: 'person.sex',
    label: 'sex',
    kind: 'choice',
    options: ['male', 'female'],
    spellings: { m: 'male', man: 'male', f: 'female', woman: 'female' },
    sensitive: true,
  },
  { key: 'person.country_of_birth', label: 'country of birth', kind: 'country', sensitive: true },
  { key: 'person.province_of_birth', label: 'province of birth', kind: 'text', formCell: 20, sensitive: true },
  { key: 'person.city_of_birth', label: 'city of birth', kind: 'text', sensitive: true },
  { key: 'person.citizenships', label: 'citizenships', kind: 'country', list: true, sensitive: true },
  { key: 'person.citizenship_on_form', label: 'citizenship to use on forms', kind: 'country', sensitive: true },
  { key: 'person.permanent_residence', label: 'permanent residence', kind: 'country', list: true, sensitive: true },
  { key: 'person.email', label: 'e-mail address', kind: 'email' },
  { key: 'person.phone', label: 'phone number', kind: 'phone' },
  { key: 'person.phone_extension', label: 'phone extension', kind: 'phone-extension' },
  { key: 'person.ssn', label: 'Social Security number', kind: 'ssn', sensitive: true },
  { key: 'person.a_number', label: 'A-number', kind: 'a-number', sensitive: true },
  { key: 'person.us_address.street', label: 'US street', kind: 'text', formCell: 34 },
  { key: 'person.us_address.unit', label: 'US apartment, suite or floor', kind: 'text' },
  { key: 'person.us_address.city', label: 'US city', kind: 'text', formCell: 40 },
  { key: 'person.us_address.county', label: 'US county', kind: 'text' },
  { key: 'person.us_address.state', label: 'US state', kind: 'us-state' },
  { key: 'person.us_address.zip', label: 'US ZIP code', kind: 'zip' },
  { key: 'person.us_address.country', label: 'country of the US address', kind: 'country' },
  { key: 'person.foreign_address.street', label: 'street abroad', kind: 'text', formCell: 34 },
  { key: 'person.foreign_address.unit', label: 'unit abroad', kind: 'text' },
  { key: 'person.foreign_address.city', label: 'city abroad', kind: 'text', formCell: 40 },
  { key: 'person.foreign_address.province', label: 'province abroad', kind: 'text', formCell: 20 },
  { key: 'person.foreign_address.postal_code', label: 'postal code abroad', kind: 'text', formCell: 9 },
  { key: 'person.foreign_address.country', label: 'country abroad', kind: 'country' },
];
