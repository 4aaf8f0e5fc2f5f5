import { type Platform } from '../platforms/platform.ts';
import { type WorkflowSearch } from './workflow-search.ts';
import { type ListNode } from './value-shapes.ts';

/** Profile types of the iCIMS REST API that we read or write (icims REST API, Profiles and Workflows). */
export type ProfileType = 'people' | 'jobs' | 'companies' | 'applicantworkflows' | 'onboardworkflows';

/** A profile as iCIMS answered it. Keys may be absent for two reasons that look the same: empty, or not permitted. */
export type Profile = Readonly<Record<string, unknown>>;

/** Names one profile on one platform. Ids are decimal strings. */
export interface ProfileRef {
  readonly profile: ProfileType;
  readonly id: string;
}

/** Names one collection field of one profile. */
export interface CollectionRef extends ProfileRef {
  readonly collection: string;
}

/**
 * Every call has a deadline through its signal. `interactive` calls (a recruiter waits) may use the whole daily
 * allowance; `background` calls stop before the reserve for interactive ones is touched.
 */
export interface CallContext {
  readonly signal: AbortSignal;
  readonly priority: 'interactive' | 'background';
}

/** What is left of a platform's daily allowance, from the last `X-RateLimit-*` headers or our own count. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the window ends (00:00 UTC). */
  readonly resetsInSeconds: number;
}

/** An entry of a collection field, with the number by which it is addressed. */
export interface CollectionEntry {
  readonly entry: string;
  readonly values: Profile;
}

/** How a field's values look (iCIMS "Field Types"); `group` holds entries with fields of their own. */
export type FieldShape = 'text' | 'number' | 'boolean' | 'date' | 'node' | 'nodes' | 'link' | 'amount' | 'group';

/** A field of a profile type. iCIMS need not tell its label, nor the list that its nodes come from. */
export interface SchemaField {
  readonly id: string;
  readonly label: string | null;
  readonly shape: FieldShape;
  readonly list: string | null;
  /** Of a `group`. */
  readonly fields: readonly SchemaField[];
}

/**
 * How we speak with iCIMS. Every method throws `Failure`:
 * `unavailable` ICIMS_UNAVAILABLE (network, deadline, 429, 5xx, unusable answer, allowance used up; with retryAfterMs
 * when known), `unavailable` ICIMS_ALLOWANCE_USED (not called: the daily allowance, or its share for background calls, is
 * used up), `unauthenticated` ICIMS_ACCESS (401, 403, token refused), `rejected` ICIMS_NOT_FOUND (404: does not
 * exist, or the API user may not see it), `rejected` ICIMS_REFUSED (any other 4xx, with iCIMS' codes and field names).
 */
export interface Icims {
  readProfile(platform: Platform, ref: ProfileRef & { fields: readonly string[] }, call: CallContext): Promise<Profile>;
  readCollection(platform: Platform, ref: CollectionRef, call: CallContext): Promise<readonly CollectionEntry[]>;
  /** Answers the new entry's number, or null when iCIMS did not say (an identical entry existed and was dropped). */
  addEntry(platform: Platform, ref: CollectionRef & { values: Profile }, call: CallContext): Promise<string | null>;
  changeEntry(
    platform: Platform,
    ref: CollectionRef & { entry: string; values: Profile },
    call: CallContext,
  ): Promise<void>;
  /** Recruiting workflows in one of these statuses, at most 1,000, by ascending id. Needs the Search API's right. */
  searchWorkflows(platform: Platform, search: WorkflowSearch, call: CallContext): Promise<readonly string[]>;
  /** Fields that the API user may see on this profile type, from the Schema API. */
  readSchema(platform: Platform, profile: ProfileType, call: CallContext): Promise<readonly SchemaField[]>;
  /** The nodes of a list, one level of it, from the List API; at most 5,000. */
  readNodes(platform: Platform, list: string, call: CallContext): Promise<readonly ListNode[]>;
  allowanceOf(platform: Platform): Allowance;
}
