import { type Platform } from './platform.ts';

/** One version of a platform document: who made it, when. */
export interface PlatformVersion {
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
  /** As the audit log names what was done. */
  readonly action: string;
}

/** Every version of the documents, from the first change that was kept. Throws `Failure` STORE_UNAVAILABLE. */
export interface PlatformHistory {
  /** Newest first, below `before`. */
  listVersions(
    customerId: string,
    page: { before: number | undefined; limit: number },
  ): Promise<readonly PlatformVersion[]>;
  /** With its secrets, as it was. */
  getVersion(customerId: string, version: number): Promise<Platform | undefined>;
}
