import { authenticateCaller } from '../accounts/authenticate-caller.ts';
import { createSignOnProvider } from '../accounts/sign-on/sign-on-provider.ts';
import { createSignInBrake } from '../accounts/sign-in-brake.ts';
import { authenticateAdmin } from '../auth/admin-token.ts';
import { createCredentialDirectory, type CredentialDirectory } from '../auth/credential-directory.ts';
import { createCaseSystems } from '../cases/case-systems.ts';
import { type AdminApiParts } from '../console/admin-api.ts';
import { redirectUriOf } from '../console/sign-on-connection-operations.ts';
import { type WorkerParts } from '../delivery/worker.ts';
import { createCallerRate } from '../intake/caller-rate.ts';
import { createInFlight } from '../intake/in-flight.ts';
import { type IntakeParts } from '../intake/intake-parts.ts';
import { type IntakeStore } from '../intake/intake-store.ts';
import { createLocationCache } from '../intake/location-cache.ts';
import { openMissedHire } from '../intake/reconciliation/open-missed-hire.ts';
import { type PartnerApiParts } from '../intake/partner-api.ts';
import { derivedFrom } from '../platforms/derived-from.ts';
import { type Platform } from '../platforms/platform.ts';
import { type ChoreParts } from '../runtime/chores.ts';
import { createIds } from '../runtime/create-ids.ts';
import { Failure } from '../runtime/failure.ts';
import { checkUrl } from '../runtime/http-guard.ts';
import { type UnderWay } from '../runtime/under-way.ts';
import { type Shared } from './share.ts';
import { createTrials } from './trials.ts';

/** One for the process, so that its ids ascend. */
const newId = createIds(Date.now);

const STEP_DEADLINE_MS = 15_000;
const POLL_MS = 1_000;
/** One event at a time is kept with ease. */
const EASY_COMMITS = 1;

/** What a screening needs, whether iCIMS or a person asked for it. */
function intakeParts(
  { config, store, icims, clock, registry, observe, uses, commits }: Shared,
  onAccepted: () => void,
): IntakeParts {
  return {
    store: countCommits(store.intake, commits),
    icims,
    clock,
    onAccepted,
    newId,
    locations: createLocationCache(),
    platformOf: (customerId) => registry.get(customerId),
    deadlineMs: config.screeningDeadlineMs,
    inFlight: createInFlight(),
    noteUse: uses.note,
    observe: observe.event,
  };
}

/**
 * Counts the events that wait for us and for nobody else: what they wait for is a commit. While they wait for iCIMS, the
 * process is free for other work.
 */
function countCommits(intake: IntakeStore, commits: UnderWay): IntakeStore {
  return {
    ...intake,
    refuseRepeat: (repeat) => commits.during(() => intake.refuseRepeat(repeat)),
    keepEvent: (event) => commits.during(() => intake.keepEvent(event)),
    acceptHire: (event, hire) => commits.during(() => intake.acceptHire(event, hire)),
  };
}

/** What iCIMS' side needs. */
export function partnerParts(shared: Shared, onAccepted: () => void): PartnerApiParts {
  const { config, registry, observe, validateResponses } = shared;
  return {
    ...intakeParts(shared, onAccepted),
    validateResponses,
    directory: derivedFrom(
      registry,
      (platforms, before: CredentialDirectory | undefined) =>
        before?.renewed(platforms) ?? createCredentialDirectory(platforms),
    ),
    hmacSkewMs: config.hmacSkewMs,
    rate: createCallerRate(config.platformEventsPerSecond),
    onAnswer: observe.answer,
  };
}

/** How the process is doing, and whom to tell of a hire that the admin API had accepted. */
interface Life extends Pick<AdminApiParts, 'checkLive'> {
  readonly isDraining: () => boolean;
  readonly onAccepted: () => void;
}

/** What admins, operators and probes need. */
export function adminParts(shared: Shared, { isDraining, onAccepted, checkLive }: Life): AdminApiParts {
  const intake = { ...intakeParts(shared, onAccepted), reconciliation: shared.store.reconciliation };
  const { config, store, icims, clock, registry, attention, observe, validateResponses } = shared;
  return {
    ...store,
    missed: store.reconciliation,
    openMissed: (missed) => openMissedHire(missed, intake),
    reconcileEverySeconds: config.reconcileEverySeconds,
    icims,
    clock,
    validateResponses,
    newId,
    onPlatformsChanged: async () => {
      await registry.refresh();
      await attention.refresh();
    },
    trustedProxies: config.trustedProxies,
    ...signInParts(shared),
    publicUrl: shared.publicUrl,
    mail: config.mail !== undefined,
    authenticate: (shown) =>
      authenticateCaller(shown, {
        accounts: store.accounts,
        clock,
        authenticateToken: (authorization) => authenticateAdmin(authorization, config.adminToken),
      }),
    trials: createTrials(shared, newId),
    isServed: (customerId) => registry.get(customerId),
    checkUrl: (url) => void checkUrl(url, config.insecureHosts),
    metrics: async () => observe.scrape(await store.figures().catch(() => null), allowances(shared)),
    checkLive,
    checkReady: async () => {
      if (isDraining()) throw new Failure('unavailable', 'SHUTTING_DOWN', 'This process is shutting down.');
      await store.ping();
    },
    onFailure: observe.adminFailure,
  };
}

/** What people come in by. */
function signInParts({ store, config, http, publicUrl }: Shared): Pick<AdminApiParts, 'brake' | 'signOnProvider'> {
  return {
    brake: createSignInBrake(store.signInTries),
    signOnProvider: createSignOnProvider({
      http,
      checkUrl: (url) => void checkUrl(url, config.insecureHosts),
      redirectUri: redirectUriOf(publicUrl),
    }),
  };
}

/** What deliveries need. */
export function workerParts({ config, store, icims, http, clock, registry, ...shared }: Shared): WorkerParts {
  const { publicUrl } = shared;
  return {
    store: store.deliveries,
    outside: {
      icims,
      caseSystemOf: createCaseSystems({ http, clock, cases: store.cases, publicUrl }),
      hireUrl: (hireId) => `${publicUrl}/console/hires/${hireId}`,
    },
    clock,
    platformOf: (customerId) => registry.get(customerId),
    disabledPlatforms: derivedFrom(registry, disabled),
    random: Math.random,
    owner: newId(),
    stepDeadlineMs: STEP_DEADLINE_MS,
    concurrency: config.deliveryConcurrency,
    pollMs: POLL_MS,
    leaseMs: config.deliveryLeaseMs,
    watchCalls: shared.watchCalls,
    observe: shared.observe.step,
    onTrouble: shared.onTrouble,
    isBusy: () => shared.commits.count > EASY_COMMITS,
  };
}

/** What the chores need. */
export function choreParts({ store, onTrouble }: Shared): ChoreParts {
  return { store: store.chores, owner: newId(), onTrouble };
}

function disabled(platforms: readonly Platform[]): readonly string[] {
  const off = platforms.filter(({ enabled }) => !enabled);
  return off.map(({ customerId }) => customerId);
}

function allowances({ registry, icims }: Shared) {
  return registry.list().map((platform) => ({
    customerId: platform.customerId,
    allowance: icims.allowanceOf(platform),
  }));
}
