import { type IcimsAuth, type Platform } from '../../src/platforms/platform.ts';

/** A platform of which only the iCIMS side matters. */
export function anIcimsPlatform(icims: Partial<Platform['icims']> = {}, customerId = '9001'): Platform {
  return {
    customerId,
    name: 'Example Health, sandbox',
    environment: 'sandbox',
    enabled: true,
    icims: {
      apiBaseUrl: 'https://api.icims.com',
      auth: anOAuth2('https://login.icims.com/oauth/token'),
      dailyCallLimit: 100,
      ...icims,
    },
    inbound: { basic: { username: 'icims', password: 'example-password' } },
    triggers: [],
    packages: {
      field: 'job.assessmenttype',
      default: null,
      items: [{ packageId: 'IMM-H1B', nodeId: 'C77001', label: 'Immigration: H-1B', visaCategory: 'H-1B' }],
    },
    mapping: [],
    required: {},
    writeBack: null,
    caseSystem: { type: 'built-in' },
    version: 1,
  };
}

export function anOAuth2(tokenUrl: string): Extract<IcimsAuth, { type: 'oauth2' }> {
  return {
    type: 'oauth2',
    tokenUrl,
    audience: 'https://api.icims.com/v1/',
    clientId: 'client-1',
    clientSecret: 'canary-secret',
  };
}
