import { type HireRecords } from '../hires/read-path.ts';
import { type PackageItem, type Platform, type TriggerAction } from '../platforms/platform.ts';

/** What would happen with a candidate who is moved to a status. Holds no value of anybody. */
export interface TriedHire {
  readonly newStatus: string | null;
  readonly action: TriggerAction | null;
  readonly outcome: 'accepted' | 'ignored' | 'duplicate' | 'refused' | 'failed';
  readonly status: number;
  readonly code: string | null;
  readonly sentence: string | null;
  readonly package: PackageItem | null;
  readonly problems: readonly {
    readonly key: string;
    readonly label: string;
    readonly kind: 'missing' | 'unusable';
    readonly wanted?: string;
  }[];
  readonly later: readonly string[];
  readonly earlier: { readonly id: string; readonly acceptedAt: Date } | null;
  /** The entry that would be written when the case is open. */
  readonly writeBack: {
    readonly target: string;
    readonly collection: string;
    readonly values: readonly { readonly field: string; readonly value: string }[];
  } | null;
}

interface TriedCaseSystem {
  readonly type: 'built-in' | 'webhook';
  readonly ok: boolean;
  readonly status: number | null;
  readonly ms: number;
  readonly sentence: string;
}

/** What can be tried while a platform is set up, by the code that does it in earnest. Nothing of it is kept. */
export interface SetupTrials {
  /** Throws as the iCIMS port does. */
  readRecords(platform: Platform, workflowId: string): Promise<HireRecords>;
  /** Throws STORE_UNAVAILABLE only. */
  tryHire(platform: Platform, workflowId: string, newStatus: string | undefined): Promise<TriedHire>;
  /** Never throws. */
  testCaseSystem(platform: Platform): Promise<TriedCaseSystem>;
}
