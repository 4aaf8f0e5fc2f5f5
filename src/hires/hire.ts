/** Values of the canonical record: plain JSON, nested by the canonical keys (`person.us_address.city`). */
export type CanonicalValue = string | number | boolean | readonly CanonicalValue[] | CanonicalFields;
export interface CanonicalFields {
  readonly [key: string]: CanonicalValue;
}

/** `accepted` → `opened` → `delivered`; `parked` from any step; `withdrawn`. */
export type HireState = 'accepted' | 'opened' | 'delivered' | 'parked' | 'withdrawn';

/** How far a hire's record is filled for its visa category: `present` of `needed` keys, and the ones still missing. */
export interface Completeness {
  readonly needed: number;
  readonly present: number;
  readonly missing: readonly string[];
}

/** Why a hire is parked: a stable code and a sentence that says who must do what. */
export interface ParkReason {
  readonly code: string;
  readonly sentence: string;
}

/** What a hire is about: fixed when it is accepted. Ids are iCIMS ids as decimal strings. */
export interface HireSubject {
  /** UUIDv7; the reference given to iCIMS and the idempotency key towards the case system. */
  readonly id: string;
  readonly customerId: string;
  readonly workflowType: 'applicantworkflows' | 'onboardworkflows';
  readonly workflowId: string;
  readonly personId: string;
  /** Absent on onboarding workflows without a job. */
  readonly jobId: string | null;
  readonly packageId: string;
  readonly visaCategory: string;
  readonly acceptedAt: Date;
}
