import { type ListNode } from '../platform/lists.ts';
import { type CustomFieldKey } from './custom-fields.ts';
import { type PackageKey } from './jobs.ts';
import { type CountryCode, type WorkLocation } from './places.ts';
import { type SituationKey, type StatusCode } from './situations.ts';

/** The statuses that the seeds use, under the ids and labels of one customer. */
type WorkflowStatus =
  'submitted' | 'interview' | 'offerAccepted' | 'offerRescinded' | 'hired' | 'onboarding' | 'onboardingDone';

/** What tells one customer's platform from another's. Nothing of it is known to the connector but by its platform document. */
export interface Employer {
  readonly customerId: string;
  readonly name: string;
  /** First system ids; further ones count up. */
  readonly firstIds: {
    readonly person: number;
    readonly job: number;
    readonly company: number;
    readonly workflow: number;
  };
  readonly statuses: Readonly<Record<WorkflowStatus, ListNode>>;
  readonly packages: Readonly<Record<PackageKey, ListNode>>;
  /** Job field that holds the package. */
  readonly packageField: 'assessmenttype' | 'bgcpackagetype';
  readonly customFields: Readonly<Record<CustomFieldKey, { readonly id: string; readonly label: string }>>;
  /** The customer's own labels of standard fields, by `people.birthdate` and the like. */
  readonly labels: Readonly<Record<string, string>>;
  readonly yes: ListNode;
  readonly no: ListNode;
  readonly immigrationStatuses: Readonly<Record<StatusCode, ListNode>>;
  /** How this customer's citizenship list names countries. */
  readonly citizenships: Readonly<Record<CountryCode, ListNode>>;
  readonly locations: readonly WorkLocation[];
  readonly recruiter: { readonly firstname: string; readonly lastname: string };
  readonly cast: Readonly<
    Record<SituationKey, { readonly firstname?: string; readonly middlename?: string; readonly lastname: string }>
  >;
  readonly requiresGivenName: boolean;
  readonly connection: {
    /** How the connector logs in to this platform. */
    readonly api: 'oauth2' | 'hmac' | 'basic';
    /** How this platform logs in to the connector. */
    readonly events: 'oauth2' | 'hmac' | 'basic';
    readonly gzip: boolean;
    readonly dailyCallLimit: number;
  };
}

/** Credentials of an invented platform: both directions, every kind. They protect nothing. */
export function credentialsOf(customerId: string) {
  return {
    api: {
      oauth2: { clientId: `connector-${customerId}`, clientSecret: `simulated-api-secret-${customerId}` },
      hmac: { user: `connector-hmac-${customerId}`, key: `simulated-api-key-${customerId}` },
      basic: { username: `connector-basic-${customerId}`, password: `simulated-api-password-${customerId}` },
    },
    events: {
      oauth2: { clientId: `icims-${customerId}`, clientSecret: `simulated-event-secret-${customerId}` },
      hmac: { user: `icims-hmac-${customerId}`, key: `simulated-event-key-${customerId}` },
      basic: { username: `icims-basic-${customerId}`, password: `simulated-event-password-${customerId}` },
    },
  };
}
export type Credentials = ReturnType<typeof credentialsOf>;

/** Custom field ids in a row, as one customer's admin might have made them. */
export function numberedFields(
  labels: Readonly<Record<CustomFieldKey, string>>,
  first: number,
  step: number,
): Employer['customFields'] {
  const entries = Object.entries(labels).map(([key, label], index) => [
    key,
    { id: `field${first + index * step}`, label },
  ]);
  return Object.fromEntries(entries) as Employer['customFields'];
}
