import { type GuidedId } from './taken-case.ts';

/** The titles of use cases, as the person reads them. */
export const titles: Readonly<Record<GuidedId, string>> = {
  'use-case-1-end-to-end': 'End to end without errors',
  'use-case-2-duplicate': 'Duplicate request',
  'more-title-change': 'The job title changes in mid-process',
  'more-later-progress': 'The case is completed',
  'use-case-3-missing-field': 'One required field is missing',
  'use-case-3-missing-fields': 'Several required fields are missing',
  'more-unknown-package': 'The package on the job is unknown',
  'more-several-citizenships': 'A candidate with several citizenships',
  'more-rescinded-offer': 'The offer is rescinded',
  'more-wrong-credential': 'A wrong credential',
};
