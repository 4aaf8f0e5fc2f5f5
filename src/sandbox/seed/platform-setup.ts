import { type Field, type Fields, type ProfileType } from '../platform/field.ts';
import { node, type ListNode } from '../platform/lists.ts';
import { standardFields } from '../platform/standard-fields.ts';
import { customFieldKeys, customFields, toField } from './custom-fields.ts';
import { type Employer } from './employer.ts';
import { countries, states } from './places.ts';

const ofEveryCustomer: Readonly<Record<string, readonly ListNode[]>> = {
  'lists.person.folders': [
    node('D32006', 'Cand: Unreviewed'),
    node('D32013', 'Emp: Current Employee'),
    node('D32011', 'HM: Active'),
  ],
  'lists.job.folders': [node('D31001', 'Approved')],
  'lists.company.folders': [node('D33001', 'Active Location')],
  'lists.job.position_type': [node('C52001', 'Regular Full-Time'), node('C52002', 'Regular Part-Time')],
  'lists.address_type': [node('D84002', 'Home'), node('C84010', 'Work')],
  'lists.phone_type': [node('D83005', 'Pager'), node('C83010', 'Mobile')],
  'lists.assessment_status': [
    node('D37002019001', 'Complete'),
    node('D37002019002', 'Incomplete'),
    node('D37002019003', 'In-Progress'),
    node('D37002019004', 'Sent'),
  ],
  'lists.country': [...Object.values(countries), ...Object.values(states)],
  'lists.departments': [node('C53001', 'Technology'), node('C53002', 'Finance'), node('C53003', 'Research')],
  'lists.schools': [node('C54001', 'Example State University')],
  'lists.degrees': [node('C55001', 'Bachelor of Science'), node('C55002', 'Master of Science')],
  'lists.majors': [node('C56001', 'Computer Science')],
  'lists.person.visa': [],
  'lists.customfields_lists': [],
};

const relationships = [
  node('C43001', 'Parent'),
  node('C43002', 'Branch'),
  node('C43003', 'Subsidiary'),
  node('C43004', 'Affiliate'),
];

/** Nodes that seeds pick by name. */
export const seedNodes = {
  candidate: node('D32006', 'Cand: Unreviewed'),
  hiringManager: node('D32011', 'HM: Active'),
  approved: node('D31001', 'Approved'),
  activeLocation: node('D33001', 'Active Location'),
  fullTime: node('C52001', 'Regular Full-Time'),
  technology: node('C53001', 'Technology'),
  home: node('D84002', 'Home'),
  mobile: node('C83010', 'Mobile'),
  exampleUniversity: node('C54001', 'Example State University'),
  computerScience: node('C56001', 'Computer Science'),
  subsidiary: node('C43003', 'Subsidiary'),
} as const;

/** The lists of an employer's platform; the employer's own ones carry names beginning with `lists.customfields.`. */
export function listsOf(employer: Employer): Readonly<Record<string, readonly ListNode[]>> {
  return {
    ...ofEveryCustomer,
    'lists.statuses': Object.values(employer.statuses),
    'lists.assessments': Object.values(employer.packages),
    'lists.customfields.yesno': [employer.yes, employer.no],
    'lists.customfields.citizenships': Object.values(employer.citizenships),
    'lists.customfields.statuses': Object.values(employer.immigrationStatuses),
    'lists.customfields.relationships': relationships,
  };
}

/** The fields of an employer's platform: iCIMS' standard ones under the employer's labels, and the employer's own. */
export function fieldsOf(employer: Employer): Readonly<Record<ProfileType, Fields>> {
  const custom = (on: 'person' | 'job'): Fields =>
    Object.fromEntries(
      customFieldKeys
        .filter((key) => customFields[key].on === on)
        .map((key): [string, Field] => {
          const { id, label } = employer.customFields[key];
          return [
            id,
            toField(key, label, (list) => (list === 'country' ? 'lists.country' : `lists.customfields.${list}`)),
          ];
        }),
    );
  const labelled = (type: ProfileType): Fields => relabel(standardFields[type], type, employer.labels);
  return {
    people: { ...labelled('people'), ...custom('person') },
    jobs: { ...labelled('jobs'), ...custom('job') },
    companies: labelled('companies'),
    applicantworkflows: labelled('applicantworkflows'),
    onboardworkflows: labelled('onboardworkflows'),
  };
}

function relabel(fields: Fields, type: ProfileType, labels: Readonly<Record<string, string>>): Fields {
  const relabelled = Object.entries(fields).map(([name, field]) => [
    name,
    { ...field, label: labels[`${type}.${name}`] ?? field.label },
  ]);
  return Object.fromEntries(relabelled) as Fields;
}
