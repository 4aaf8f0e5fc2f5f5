// The world around the connector, in one process: the simulated iCIMS with many platforms, and a webhook case system.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { exampleHealth } from '../../src/sandbox/seed/example-health.ts';
import { type Employer } from '../../src/sandbox/seed/employer.ts';
import { platformDocument } from '../../src/sandbox/seed/platform-document.ts';
import { type SituationKey } from '../../src/sandbox/seed/situations.ts';
import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';
import { startSimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { startCaseReceiver } from '../support/case-receiver.ts';
import { serveParent } from './child.ts';
import { type Application } from './event-requests.ts';

/** An accepted hire that must by now have one case and one write-back entry. */
interface Promised {
  readonly customerId: string;
  readonly workflowId: number;
  readonly hireId: string;
}

interface Counts {
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
}

const first = 9101;
// The profile log keeps few calls: the count of all of them is kept apart.
const options = { validateResponses: false, callLogLimit: 100 } as const;
const icims = await startSimulatedIcims({ ...options, employers: employers(20) });
const receiver = await startCaseReceiver({ light: true });
/** From when to when each profile was read, in milliseconds since 1970, by `customerId/type/id`. */
const readTimes = new Map<string, readonly [number, number]>();
const stalls = monitorEventLoopDelay({ resolution: 1 });
let isTiming = false;

for (const platform of icims.platforms) watchReads(platform);

const methods = { setup, addApplications, counts, resetCounts, check, countOutcomes, startTiming, stopTiming };
export type Outside = typeof methods;
serveParent(methods);

function employers(count: number): Employer[] {
  return Array.from({ length: count }, (_, index) => ({
    ...exampleHealth,
    customerId: String(first + index),
    connection: { ...exampleHealth.connection, dailyCallLimit: 10_000_000 },
  }));
}

/** Addresses, and the platform documents to PUT. */
function setup() {
  const caseSystem = { type: 'webhook', url: receiver.url, secret: receiver.secret } as const;
  return {
    icimsUrl: icims.url,
    caseSystemUrl: receiver.url,
    trigger: exampleHealth.statuses.offerAccepted.id,
    otherStatus: exampleHealth.statuses.hired.id,
    documents: icims.platforms.map(({ employer }) => ({
      ...platformDocument(employer, { icims: icims.url }),
      caseSystem,
    })),
  };
}

interface Wanted {
  readonly count: number;
  readonly situations: readonly SituationKey[];
  /** Only on so many of the platforms. */
  readonly platforms?: number;
}

/** Further candidates, dealt out over the platforms and situations in turn. */
function addApplications({ count, situations, platforms = icims.platforms.length }: Wanted): Application[] {
  const over = icims.platforms.slice(0, platforms);
  return Array.from({ length: count }, (_, index) => {
    const platform = over[index % over.length];
    const situation = situations[Math.floor(index / over.length) % situations.length];
    if (platform === undefined || situation === undefined) throw new RangeError('No platform or situation');
    const { workflowId, personId, jobId } = platform.addCandidate(situation);
    return { customerId: platform.customerId, workflowId, personId, jobId };
  });
}

function resetCounts(): void {
  for (const { calls } of icims.platforms) calls.reset();
}

function counts(): Counts {
  const all = icims.platforms.map(({ calls }) => calls.counts());
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  return {
    reads: sum(all.flatMap(({ reads }) => Object.values(reads))),
    writes: sum(all.flatMap(({ writes }) => Object.values(writes))),
    tokens: sum(all.map(({ tokensIssued }) => tokensIssued)),
  };
}

/** What is wrong with the promised hires; empty when each has exactly one case and one write-back entry naming both. */
function check(promised: readonly Promised[]): string[] {
  return foundOf(promised)
    .filter(({ cases, entries, fits }) => cases !== 1 || entries !== 1 || !fits)
    .map(({ hireId, cases, entries }) => `hire ${hireId}: ${cases} cases, ${entries} write-back entries`);
}

/** How many of the promised hires lack their case or write-back entry, and how many have one twice. */
function countOutcomes(promised: readonly Promised[]): { lost: number; doubled: number } {
  const found = foundOf(promised);
  return {
    lost: found.filter(({ cases, entries }) => cases === 0 || entries === 0).length,
    doubled: found.filter(({ cases, entries }) => cases > 1 || entries > 1).length,
  };
}

function foundOf(promised: readonly Promised[]) {
  const casesOf = Map.groupBy(receiver.cases(), ({ hireId }) => hireId);
  return promised.map((hire) => {
    const cases = casesOf.get(hire.hireId) ?? [];
    const notes = writeBackNotes(hire);
    const fits = notes.every((note) => [hire.hireId, cases[0]?.caseId ?? '?'].every((part) => note.includes(part)));
    return { hireId: hire.hireId, cases: cases.length, entries: notes.length, fits };
  });
}

/** Of each write-back entry on the hire's workflow. */
function writeBackNotes({ customerId, workflowId }: Promised): string[] {
  const workflow = icims.platform(customerId).read('applicantworkflows', workflowId) ?? {};
  const entries = (workflow['assessmentresults'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  return entries.map((entry) => String(entry['assessmentnotes']));
}

function watchReads(platform: SimulatedPlatform): void {
  const add = platform.calls.add.bind(platform.calls);
  platform.calls.add = (call) => {
    add(call);
    const profile = call.path.replace('/customers/', '');
    if (!isTiming || call.method !== 'GET' || readTimes.has(profile)) return;
    const end = performance.timeOrigin + performance.now();
    readTimes.set(profile, [end - call.ms, end]);
  };
}

function startTiming(): void {
  readTimes.clear();
  isTiming = true;
  stalls.reset();
  stalls.enable();
}

/** When each profile was read, and the longest time in milliseconds for which this process served nobody. */
function stopTiming(): { reads: ReadonlyMap<string, readonly [number, number]>; longestStallMs: number } {
  isTiming = false;
  stalls.disable();
  return { reads: readTimes, longestStallMs: stalls.max / 1e6 };
}
