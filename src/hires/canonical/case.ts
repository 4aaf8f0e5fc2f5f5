import { visaCategoryNames } from '../visa-category-names.ts';
import { type CanonicalField } from './field.ts';

/** What is asked for, and what the employer has decided: Form I-129 (01/20/25) Part 2, and milestones outside the forms. */
export const caseFields: readonly CanonicalField[] = [
  { key: 'case.category', label: 'visa category', kind: 'choice', options: visaCategoryNames },
  {
    key: 'case.request',
    label: 'basis of the request',
    kind: 'choice',
    options: ['new', 'continuation', 'previous change', 'concurrent', 'change of employer', 'amended'],
    spellings: {
      'new employment': 'new',
      amendment: 'amended',
      extension: 'continuation',
      transfer: 'change of employer',
    },
  },
  {
    key: 'case.action',
    label: 'requested action',
    kind: 'choice',
    options: ['notify office', 'change status', 'extend', 'amend', 'extend free-trade', 'change to free-trade'],
  },
  { key: 'case.sponsorship_needed', label: 'whether sponsorship is needed', kind: 'boolean', sensitive: true },
  { key: 'case.sponsorship_set_by', label: 'who decided on sponsorship', kind: 'text' },
  { key: 'case.offer_accepted', label: 'date the offer was accepted', kind: 'past-date' },
  { key: 'case.background_check_cleared', label: 'date the background check cleared', kind: 'past-date' },
  { key: 'case.start_confirmed', label: 'date the start date was confirmed', kind: 'past-date' },
  { key: 'case.consent', label: 'consent to share data', kind: 'boolean' },
  { key: 'case.retention_class', label: 'data retention class', kind: 'text', maxLength: 60 },
];
