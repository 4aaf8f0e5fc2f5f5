import { type NewAuditEntry } from '../audit/audit-entry.ts';
import { type HealthStore } from '../health/health-store.ts';
import { type Icims } from '../icims/icims.ts';
import { type CredentialUseStore } from '../platforms/credential-uses.ts';
import { type PlatformHistory } from '../platforms/platform-history.ts';
import { type PlatformStore } from '../platforms/platform-store.ts';
import { type Platform } from '../platforms/platform.ts';
import { type PolicyStore } from '../platforms/policy-store.ts';
import { type ErasureStore } from '../retention/erasure-store.ts';
import { type CaseControl } from './case-control.ts';
import { type ConnectionTestStore } from './connection-test-store.ts';
import { type HireControl } from './hire-control.ts';
import { type MissedHires, type OpenMissed } from './missed-hires.ts';
import { type ReadingStore } from './reading-store.ts';
import { type RetryRuns } from './retry-runs.ts';
import { type SetupTrials } from './setup-trials.ts';

/** What an operator's operations need around them, whether the admin API or the command line asks. */
export interface OperatorParts {
  readonly platforms: PlatformStore;
  readonly policies: PolicyStore;
  /** Called after every change of a platform, before the answer. */
  readonly onPlatformsChanged: () => Promise<void>;
  readonly connectionTests: ConnectionTestStore;
  readonly reading: ReadingStore;
  readonly control: HireControl;
  readonly retryRuns: RetryRuns;
  readonly caseControl: CaseControl;
  readonly erasures: ErasureStore;
  readonly audit: {
    write(entry: NewAuditEntry): Promise<void>;
    verify(): Promise<{ intact: boolean; sealed: number; purged: number; brokenAt: string | null }>;
  };
  readonly icims: Icims;
  readonly clock: () => Date;
  readonly isServed: (customerId: string) => Platform | undefined;
  /** Throws `rejected` ADDRESS_NOT_ALLOWED for an address that would never be called. */
  readonly checkUrl: (url: string) => void;
}

/** What the admin API needs besides. */
export interface AdminParts extends OperatorParts {
  readonly history: PlatformHistory;
  readonly credentialUses: Pick<CredentialUseStore, 'lastUses'>;
  readonly trials: SetupTrials;
  readonly metrics: () => Promise<string>;
  /** Throws `unavailable` when the process may not receive traffic. */
  readonly checkReady: () => Promise<void>;
  /** Throws `unavailable` when only a restart helps the process. */
  readonly checkLive: () => void;
  readonly health: HealthStore;
  readonly missed: MissedHires;
  readonly openMissed: OpenMissed;
  /** How often iCIMS is searched for missed hires. */
  readonly reconcileEverySeconds: number;
}
