import { may } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { RequestFailure } from '../contract/request-failure.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { newPlatformDocument, type NewPlatform } from '../platforms/new-platform-document.ts';
import { type Platform } from '../platforms/platform.ts';
import { type PolicyAcceptance } from '../platforms/policy-store.ts';
import { privacyPolicy } from '../platforms/privacy-policy.ts';
import { setupSteps } from '../platforms/setup-steps.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { forbidden } from './authorize.ts';
import { etag, findPlatform, shown } from './shown-platform.ts';

type SetupOperations = Pick<operations, 'createPlatform' | 'getPrivacyPolicy' | 'getSetup' | 'acceptPolicy'>;

/** The way from "add a platform" to its being enabled. */
export function setupOperations(parts: OperatorParts): Handlers<SetupOperations, AdminCaller> {
  return {
    createPlatform: async ({ body, caller }) => {
      const platform = await createPlatform(body, caller, parts);
      return { status: 201, body: shown(platform), headers: etag(platform) };
    },
    getPrivacyPolicy: () => Promise.resolve({ status: 200, body: structuredClone(privacyPolicy) as PolicyBody }),
    getSetup: async ({ path }) => ({ status: 200, body: await readSetup(path.customerId, parts) }),
    acceptPolicy: async ({ path, body, caller }) => {
      if (body.version !== privacyPolicy.version) throw otherText();
      const acceptedBy = personOf(body, caller);
      const { version } = body;
      const acceptance = { customerId: path.customerId, version, acceptedBy, acceptedAt: parts.clock() };
      return { status: 200, body: toShown(await parts.policies.acceptPolicy(acceptance, caller.name)) };
    },
  };
}

type PolicyBody = SetupOperations['getPrivacyPolicy']['responses'][200]['content']['application/json'];

async function createPlatform(wanted: NewPlatform, caller: AdminCaller, parts: OperatorParts): Promise<Platform> {
  const { customerId } = wanted;
  if (!may(caller.grants, 'platforms.write', customerId)) throw forbidden();
  const detail = { secrets: [] };
  const audit = {
    at: parts.clock(),
    actor: caller.name,
    action: 'platform.created',
    customerId,
    subject: customerId,
    detail,
  } as const;
  const { platform } = await parts.platforms.putPlatform({
    customerId,
    expectedVersion: undefined,
    change: (before) => {
      if (before !== undefined)
        throw new Failure('invalid', 'CONFLICT', `Platform ${customerId} is there already. Open it instead.`);
      return { document: newPlatformDocument(wanted), audit };
    },
  });
  await parts.onPlatformsChanged();
  return platform;
}

async function readSetup(customerId: string, { platforms, policies, connectionTests }: OperatorParts) {
  const platform = await findPlatform(customerId, { platforms });
  const acceptances = await policies.policyAcceptances(customerId);
  const policyAccepted = acceptances.some(({ version }) => version === privacyPolicy.version);
  const last = await connectionTests.lastConnectionTest(customerId);
  const connectionTest = last === undefined ? 'never' : last.ok ? 'passed' : 'failed';
  const steps = setupSteps(platform, { policyAccepted, connectionTest });
  const { name, environment, enabled, version } = platform;
  return {
    ...{ customerId, name, environment, enabled, version },
    policy: { version: privacyPolicy.version, acceptances: acceptances.map(toShown) },
    steps: steps.map(({ id, state, missing }) => ({
      id,
      state,
      missing: missing.map(({ pointer, sentence }) => ({ pointer, sentence })),
    })),
  };
}

function toShown({ version, acceptedBy, acceptedAt }: PolicyAcceptance) {
  return { version, acceptedBy, acceptedAt: acceptedAt.toISOString() };
}

/** A policy is accepted by a person: the one who has signed in, or the one whom a script names. */
function personOf({ onBehalfOf }: { onBehalfOf?: string }, { session }: AdminCaller): string {
  if (session !== undefined && onBehalfOf === undefined) return session.person.email;
  if (session === undefined && onBehalfOf !== undefined) return onBehalfOf;
  const problem =
    session === undefined
      ? 'is missing: name the person for whom the script accepts'
      : 'is for scripts: you accept with your own name';
  throw new RequestFailure('INVALID_REQUEST', `/onBehalfOf ${problem}.`, [{ pointer: '/onBehalfOf', problem }]);
}

function otherText(): Failure {
  return new Failure(
    'invalid',
    'CONFLICT',
    `The privacy policy has a new text, ${privacyPolicy.version}. Read that one and accept it.`,
  );
}
