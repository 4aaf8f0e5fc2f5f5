export interface ErasureWish {
  readonly customerId: string;
  /** As iCIMS knows the person. */
  readonly personId: string;
  /** Workflows of the person that never became a hire: their events name nobody, and are found by these only. */
  readonly workflowIds: readonly string[];
  readonly openHires: 'withdraw' | 'refuse';
  readonly actor: string;
  readonly at: Date;
}

/** A case that another system keeps: erasing it is for those who run that system. */
interface CaseElsewhere {
  readonly caseId: string;
  readonly caseUrl: string;
  /** Whether that system was told that the order was withdrawn. */
  readonly withdrawn: boolean;
}

/** What became of a request to erase a person. It names nobody. */
export interface Erasure {
  readonly id: string;
  readonly customerId: string;
  readonly state: 'under-way' | 'done';
  readonly requestedAt: Date;
  readonly doneAt: Date | null;
  readonly erased: { readonly hires: number; readonly cases: number; readonly events: number };
  /** Hires of the person that are withdrawn and not yet gone: case system and iCIMS are still being told. */
  readonly waiting: number;
  readonly askElsewhere: readonly CaseElsewhere[];
  /** When the same person was erased before; null when never. */
  readonly erasedBefore: Date | null;
}

/** What there is of a person that an erasure would remove, as counts. */
export interface ErasurePreview {
  readonly hires: number;
  /** Of the hires, those that are not closed. */
  readonly openHires: number;
  readonly cases: number;
  /** Cases that another system keeps: those stay. */
  readonly casesElsewhere: number;
  readonly events: number;
}

/** Each method throws `Failure` STORE_UNAVAILABLE. */
export interface ErasureStore {
  /**
   * Keeps the request and withdraws the open hires of the person. One that is under way already is answered as it is.
   * Throws `invalid` CONFLICT when there are open hires and `openHires` is "refuse".
   */
  request(wish: ErasureWish): Promise<Erasure>;
  /** Reads only, and takes as long as an erasure: events are found by looking at all of the platform. */
  preview(wish: Pick<ErasureWish, 'customerId' | 'personId' | 'workflowIds'>): Promise<ErasurePreview>;
  /** The last hundred of a platform, the newest first. */
  newest(customerId: string): Promise<readonly Erasure[]>;
  find(customerId: string, id: string): Promise<Erasure | undefined>;
  underWay(): Promise<readonly string[]>;
  /** Erases what may go by now. Done twice, or cut off and done again, it comes to the same. */
  pursue(id: string, at: Date): Promise<void>;
}
