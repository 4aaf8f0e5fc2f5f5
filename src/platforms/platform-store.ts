import { type PlatformSource } from './platform-registry.ts';
import { type Platform, type PlatformDocument } from './platform.ts';

/** Something about a platform that a person must mend, raised once per code. */
export interface Attention {
  readonly code: string;
  readonly sentence: string;
  readonly since: Date;
}

/** A new version of a platform with the audit entry that tells of it. */
export interface PlatformChange {
  readonly document: PlatformDocument;
  readonly audit: PlatformAudit;
}

/** Where platforms are kept. Each method throws `Failure` STORE_UNAVAILABLE when it cannot be reached. */
export interface PlatformStore extends PlatformSource {
  listPlatforms(page: {
    after: string | undefined;
    limit: number;
    /** Only these platforms; undefined means all. */
    only?: readonly string[] | undefined;
  }): Promise<readonly { platform: Platform; updatedAt: Date }[]>;
  getPlatform(customerId: string): Promise<Platform | undefined>;
  /**
   * Asks `change` what is to become of the platform as it is now (undefined when there is none), and keeps it with its
   * audit entry. Throws what `change` throws, and `invalid` CHANGED_MEANWHILE when `expectedVersion` is not its version.
   */
  putPlatform(put: {
    readonly customerId: string;
    readonly expectedVersion: number | undefined;
    readonly change: (before: Platform | undefined) => PlatformChange;
  }): Promise<{ readonly platform: Platform; readonly created: boolean }>;
  /** Deletes the platform, its data key and its queue; answers whether there was one. */
  deletePlatform(entry: PlatformAudit): Promise<boolean>;
  raiseAttention(customerId: string, attention: Pick<Attention, 'code' | 'sentence'>): Promise<void>;
  clearAttention(customerId: string, codes: readonly string[]): Promise<void>;
  attentionOf(customerIds: readonly string[]): Promise<readonly (Attention & { readonly customerId: string })[]>;
  /** Of all platforms: few of thousands need attention at a time. */
  allAttention(): Promise<readonly (Attention & { readonly customerId: string })[]>;
}

/** The audit entry of a platform change. */
interface PlatformAudit {
  readonly at: Date;
  readonly actor: string;
  readonly action:
    | 'platform.created'
    | 'platform.changed'
    | 'platform.deleted'
    | 'credential.created'
    | 'credential.rotated'
    | 'credential.revoked';
  readonly customerId: string | null;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}
