import { type ConnectionTest } from './test-connection.ts';

/** A connection test with when, by whom and with which version of the document it was made. */
export interface KeptConnectionTest extends ConnectionTest {
  readonly testedAt: Date;
  readonly testedBy: string;
  readonly version: number;
}

/** Where the last test of each platform is kept. Throws `Failure` STORE_UNAVAILABLE when it cannot be reached. */
export interface ConnectionTestStore {
  keepConnectionTest(customerId: string, test: KeptConnectionTest): Promise<void>;
  lastConnectionTest(customerId: string): Promise<KeptConnectionTest | undefined>;
}
