import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type AdminParts } from './admin-parts.ts';
import { show } from './show.ts';
import { findPlatform } from './shown-platform.ts';

type TrialOperations = Pick<operations, 'dryRun' | 'testCaseSystem'>;

/** Trials of a whole platform. They create nothing; that a person's record was read is audited. */
export function trialOperations(parts: AdminParts): Handlers<TrialOperations, AdminCaller> {
  const { trials, audit, clock } = parts;
  return {
    dryRun: async ({ path: { customerId }, body: { workflowId, newStatus }, caller }) => {
      const platform = await findPlatform(customerId, parts);
      const detail = { purpose: 'dry-run' };
      const what = { action: 'workflow.read', customerId, subject: workflowId, detail } as const;
      await audit.write({ at: clock(), actor: caller.name, ...what });
      const { problems, ...tried } = await trials.tryHire(platform, workflowId, newStatus);
      const { enabled, caseSystem } = platform;
      const told = problems.map(({ key, label, kind, wanted }) => ({
        ...{ key, label, kind },
        ...(wanted === undefined ? {} : { wanted }),
      }));
      return {
        status: 200,
        body: show({ workflowId, enabled, caseSystem: caseSystem.type, ...tried, problems: told }),
      };
    },
    testCaseSystem: async ({ path: { customerId } }) => ({
      status: 200,
      body: show(await trials.testCaseSystem(await findPlatform(customerId, parts))),
    }),
  };
}
