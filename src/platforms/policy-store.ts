/** Somebody accepted a text of the privacy policy for a platform. */
export interface PolicyAcceptance {
  readonly customerId: string;
  /** The version of the text. */
  readonly version: string;
  /** The person: e-mail address, or the name that a script gave. */
  readonly acceptedBy: string;
  readonly acceptedAt: Date;
}

/** Where acceptances are kept. Throws `Failure` STORE_UNAVAILABLE when it cannot be reached. */
export interface PolicyStore {
  /** Keeps the first acceptance of a version, with its audit entry by `actor`, and answers that one. */
  acceptPolicy(acceptance: PolicyAcceptance, actor: string): Promise<PolicyAcceptance>;
  /** Newest first. */
  policyAcceptances(customerId: string): Promise<readonly PolicyAcceptance[]>;
}
