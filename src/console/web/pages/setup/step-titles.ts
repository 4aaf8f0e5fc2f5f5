import { type Schemas } from '../../api.ts';

/** What each step is called, and what it is for, in a sentence. */
export const stepTitles = {
  policy: { title: 'Privacy policy', about: 'What happens to personal data, accepted by a person.' },
  connect: { title: 'Connect to iCIMS', about: 'The API user with which records are read.' },
  'connection-test': { title: 'Connection test', about: 'What the API user can see in iCIMS, and what is missing.' },
  inbound: { title: 'Credentials for iCIMS', about: 'With these iCIMS sends its events here.' },
  triggers: { title: 'Triggers', about: 'The statuses that open, change or withdraw a case.' },
  packages: { title: 'Packages', about: 'What can be ordered on a job, and its visa category.' },
  mapping: { title: 'Field mapping', about: 'Which field of iCIMS holds what.' },
  required: { title: 'Required fields', about: 'What iCIMS must hold before a case opens.' },
  'write-back': { title: 'Write-back', about: 'Where status and link of the case appear in iCIMS.' },
  'case-system': { title: 'Case system', about: 'Where cases are opened.' },
  'dry-run': { title: 'Dry run', about: 'What would happen with a real candidate; nothing is created.' },
  enable: { title: 'Enable', about: 'From here on events open cases.' },
} as const satisfies Record<Schemas['SetupStepId'], { readonly title: string; readonly about: string }>;
