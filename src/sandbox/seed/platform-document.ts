import { customFieldKeys, customFields, type CustomFieldKey } from './custom-fields.ts';
import { credentialsOf, type Employer } from './employer.ts';
import { type PackageKey } from './jobs.ts';
import { type CountryCode } from './places.ts';

/** Where the simulated platform is reached. */
interface SimulatedUrls {
  /** Base URL of the simulated iCIMS, API and login host in one. */
  readonly icims: string;
}

type NodeValues = Readonly<Record<string, string>>;

/** What an admin would type into the connector for one of the simulated platforms: plain JSON, ready to be PUT. */
export interface SimulatedPlatformDocument {
  readonly customerId: string;
  readonly name: string;
  readonly environment: 'sandbox';
  readonly enabled: boolean;
  readonly icims: { readonly apiBaseUrl: string; readonly auth: ApiAuth; readonly dailyCallLimit: number };
  readonly inbound: ReturnType<typeof credentialsOf>['events'];
  readonly triggers: readonly { eventType: string; newStatus: string[]; action: 'open-case' | 'withdraw-case' }[];
  readonly packages: {
    readonly field: string;
    readonly default: null;
    readonly items: readonly { packageId: string; nodeId: string; label: string; visaCategory: string }[];
  };
  readonly mapping: readonly { to: string; from: string; values?: NodeValues }[];
  readonly required: Readonly<Record<string, readonly string[]>>;
  readonly writeBack: typeof writeBack;
  readonly caseSystem:
    { readonly type: 'built-in' } | { readonly type: 'webhook'; readonly url: string; readonly secret: string };
}

type ApiAuth =
  | { type: 'oauth2'; tokenUrl: string; audience: string; clientId: string; clientSecret: string }
  | { type: 'hmac'; user: string; key: string }
  | { type: 'basic'; username: string; password: string };

/** Audience of tokens for customers in the United States. */
export const AUDIENCE = 'https://api.icims.com/v1/';

const writeBack = {
  target: 'applicantworkflows',
  collection: 'assessmentresults',
  fields: {
    name: 'assessmentname',
    status: 'assessmentstatus',
    date: 'assessmentdate',
    url: 'assessmenturl',
    notes: 'assessmentnotes',
  },
  statuses: { sent: 'D37002019004', opened: 'D37002019003', completed: 'D37002019001', failed: 'D37002019002' },
} as const;

/** Packages that the connector is told about; `unknown` stays its name. */
const packageIds: Readonly<Partial<Record<PackageKey, string>>> = {
  'H-1B': 'IMM-H1B',
  'H-1B transfer': 'IMM-H1B-TRANSFER',
  TN: 'IMM-TN',
  'E-3': 'IMM-E3',
  'L-1A': 'IMM-L1A',
  'O-1A': 'IMM-O1A',
};

/** The platform document that fits an employer's simulated platform; parts may be replaced by the caller. */
export function platformDocument(employer: Employer, urls: SimulatedUrls): SimulatedPlatformDocument {
  const { statuses } = employer;
  return {
    customerId: employer.customerId,
    name: `${employer.name}, sandbox`,
    environment: 'sandbox',
    enabled: true,
    icims: {
      apiBaseUrl: urls.icims,
      auth: apiAuth(employer, urls),
      dailyCallLimit: employer.connection.dailyCallLimit,
    },
    inbound: credentialsOf(employer.customerId).events,
    triggers: [
      { eventType: 'WorkFlowStatusChangeEvent', newStatus: [statuses.offerAccepted.id], action: 'open-case' },
      { eventType: 'WorkFlowStatusChangeEvent', newStatus: [statuses.offerRescinded.id], action: 'withdraw-case' },
    ],
    packages: { field: `job.${employer.packageField}`, default: null, items: packageItems(employer) },
    mapping: mappingOf(employer),
    required: requiredKeys(employer),
    writeBack,
    caseSystem: { type: 'built-in' },
  };
}

function apiAuth(employer: Employer, urls: SimulatedUrls): ApiAuth {
  const { api } = credentialsOf(employer.customerId);
  const kinds = {
    oauth2: { type: 'oauth2', tokenUrl: `${urls.icims}/oauth/token`, audience: AUDIENCE, ...api.oauth2 },
    hmac: { type: 'hmac', ...api.hmac },
    basic: { type: 'basic', ...api.basic },
  } as const;
  return kinds[employer.connection.api];
}

function packageItems(employer: Employer): SimulatedPlatformDocument['packages']['items'] {
  return Object.entries(packageIds).map(([key, packageId]) => {
    const { id, value } = employer.packages[key as PackageKey];
    return { packageId, nodeId: id, label: value, visaCategory: key };
  });
}

function mappingOf(employer: Employer): SimulatedPlatformDocument['mapping'] {
  const custom = customFieldKeys.map((key) => {
    const { on, to } = customFields[key];
    const from = `${on}.${employer.customFields[key].id}`;
    const values = valuesOf(employer, key);
    return values === null ? { to, from } : { to, from, values };
  });
  return [
    ...custom,
    { to: 'job.wage_unit', from: `job.${employer.customFields.wage.id}.timeframe`, values: wageUnits },
  ];
}

const wageUnits: NodeValues = { Hourly: 'Hour', Weekly: 'Week', Monthly: 'Month', Yearly: 'Year' };

/** Value tables for the employer's own lists. Country lists with codes need none. */
function valuesOf(employer: Employer, key: CustomFieldKey): NodeValues | null {
  if (key === 'sponsorship' || key === 'inUs') return { [employer.yes.id]: 'yes', [employer.no.id]: 'no' };
  if (key === 'status') {
    return Object.fromEntries(Object.entries(employer.immigrationStatuses).map(([code, each]) => [each.id, code]));
  }
  if (key !== 'citizenships') return null;
  const codes = Object.keys(employer.citizenships) as CountryCode[];
  const own = codes.filter((code) => !('abbrev' in employer.citizenships[code]));
  return own.length === 0 ? null : Object.fromEntries(own.map((code) => [employer.citizenships[code].id, code]));
}

function requiredKeys(employer: Employer): SimulatedPlatformDocument['required'] {
  const person = [
    'person.family_name',
    'person.email',
    'person.date_of_birth',
    'person.country_of_birth',
    'person.citizenships',
  ];
  const givenName = employer.requiresGivenName ? ['person.given_name'] : [];
  const job = ['job.title', 'job.worksites.city', 'job.worksites.state'];
  return {
    '*': [...person, ...givenName, ...job],
    'H-1B': ['job.soc', 'job.wage_from', 'job.start'],
    'H-1B transfer': ['job.soc', 'job.wage_from', 'status.current', 'status.expires'],
    TN: ['trade.profession'],
    'E-3': ['job.soc'],
    'L-1A': ['intl_group.foreign_employer', 'intl_group.relationship'],
    'O-1A': ['o1.field'],
  };
}
