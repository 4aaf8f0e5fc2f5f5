/** A code of the service with how many hires stand still for it. */
export interface ParkedFor {
  readonly code: string;
  readonly count: number;
  readonly oldestAt: Date;
}

/** What the rules look at: one platform at one moment. Holds codes, counts and times, and nothing of a person. */
export interface Situation {
  readonly customerId: string;
  readonly attention: readonly { readonly code: string; readonly since: Date }[];
  readonly parked: readonly ParkedFor[];
  /** Since when the oldest delivery waits or fails; null when none does. */
  readonly waitingSince: Date | null;
  /** Of the newest hires and events of a day that came to an end: how many well, how many not. */
  readonly recent: { readonly succeeded: number; readonly failed: number };
  readonly events: {
    readonly lastAt: Date | null;
    /** None came within the threshold, though some did at the same time one week and two weeks before. */
    readonly missing: boolean;
  };
  /** Calls to iCIMS that are left today. */
  readonly allowance: { readonly limit: number; readonly remaining: number };
  /** Two credentials of one kind are open for iCIMS. */
  readonly rotating: boolean;
  /** When the platform document was changed last. */
  readonly changedAt: Date;
  /** By when each secret should be changed. */
  readonly expiring: readonly { readonly secret: string; readonly at: Date }[];
  /** Hires that iCIMS shows and that no accepted event tells of. */
  readonly missedHires: number;
}

/** What concerns the whole service and no platform. */
export interface ServiceSituation {
  /** The first entry that does not fit into the audit chain; null while it is whole. */
  readonly auditBrokenAt: string | null;
}
