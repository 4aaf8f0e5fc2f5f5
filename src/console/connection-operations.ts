import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { show } from './show.ts';
import { findPlatform } from './shown-platform.ts';
import { testConnection } from './test-connection.ts';

type ConnectionOperations = Pick<operations, 'testConnection' | 'getConnectionTest'>;

/** The test of the connection to iCIMS; the last one of each platform is kept. */
export function connectionOperations(parts: OperatorParts): Handlers<ConnectionOperations, AdminCaller> {
  const { connectionTests, icims, clock } = parts;
  return {
    testConnection: async ({ path: { customerId }, body, caller }) => {
      const platform = await findPlatform(customerId, parts);
      const result = await testConnection(platform, body?.workflowId, icims);
      const kept = { ...result, testedAt: clock(), testedBy: caller.name, version: platform.version };
      await connectionTests.keepConnectionTest(customerId, kept);
      return { status: 200, body: show(kept) };
    },
    getConnectionTest: async ({ path: { customerId } }) => {
      await findPlatform(customerId, parts);
      const last = await connectionTests.lastConnectionTest(customerId);
      return { status: 200, body: { last: last === undefined ? null : show(last) } };
    },
  };
}
