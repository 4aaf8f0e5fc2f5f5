import { type PlatformDocument } from './platform.ts';

/** What a person says of a platform that is to be added. */
export type NewPlatform = Pick<PlatformDocument, 'customerId' | 'name' | 'environment'>;

/** iCIMS' own limit of API calls a day ("Resource limits"). */
const DAILY_CALLS = 10_000;

/**
 * The document that a platform begins with: switched off, with the addresses that most customers have (United States), and
 * what iCIMS must always hold before a case opens.
 */
export function newPlatformDocument({ customerId, name, environment }: NewPlatform): PlatformDocument {
  return {
    ...{ customerId, name, environment, enabled: false },
    icims: {
      apiBaseUrl: 'https://api.icims.com',
      auth: {
        type: 'oauth2',
        tokenUrl: 'https://login.icims.com/oauth/token',
        audience: 'https://api.icims.com/v1/',
        clientId: '',
        clientSecret: '',
      },
      dailyCallLimit: DAILY_CALLS,
    },
    inbound: {},
    triggers: [],
    packages: { field: 'job.assessmenttype', default: null, items: [] },
    mapping: [],
    required: {
      '*': [
        'person.family_name',
        'person.given_name',
        'person.email',
        'job.title',
        'job.worksites.city',
        'job.worksites.state',
      ],
    },
    writeBack: null,
    caseSystem: { type: 'built-in' },
  };
}
