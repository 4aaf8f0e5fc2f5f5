import { inviteFirstOperator } from '../accounts/invitations.ts';
import { createApp } from '../app.ts';
import { checkWorker } from '../delivery/check-worker.ts';
import { Worker } from '../delivery/worker.ts';
import { startChores } from '../runtime/chores.ts';
import { choresOf } from './chores.ts';
import { adminParts, choreParts, partnerParts, workerParts } from './parts.ts';
import { share, type Shared, type WireOptions } from './share.ts';
import { startUpkeep } from './upkeep.ts';

/** Finishing within 15 seconds of SIGTERM leaves some for closing connections. */
const WORKER_GRACE_MS = 10_000;

/** A connector that runs: deliveries are worked off, changes are noticed. Its HTTP face still needs a server. */
export interface Connector {
  readonly app: ReturnType<typeof createApp>;
  /** From now on not ready, claims nothing more; resolves when what was under way has ended or was handed back. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** Joins all folders. Opens the store, learns the platforms, starts the worker unless its concurrency is 0. */
export async function wire(options: WireOptions): Promise<Connector> {
  const shared = await share(options);
  let worker: Worker | undefined;
  const upkeep = startUpkeep(shared, () => worker?.wake());
  await upkeep.refresh();
  // Only now: a worker that knows no platform yet would put off what is due by seconds.
  const works = options.config.deliveryConcurrency > 0;
  if (works) worker = new Worker(workerParts(shared));
  const chores = startChores(works ? choresOf(shared) : [], choreParts(shared));
  await announceFirstStart(shared, options.announce);
  const life = { draining: false };
  return {
    app: createApp(
      partnerParts(shared, () => worker?.wake()),
      adminParts(shared, {
        isDraining: () => life.draining,
        onAccepted: () => worker?.wake(),
        checkLive: () => checkWorker(worker?.sinceLookMs() ?? 0),
      }),
    ),
    async drain() {
      life.draining = true;
      await Promise.all([worker?.stop(WORKER_GRACE_MS), chores.stop()]);
    },
    async close() {
      await upkeep.stop();
      await shared.store.close();
    },
  };
}

/** As long as there is nobody, every start makes a link with which the first operator comes in. */
async function announceFirstStart(
  { store, clock, publicUrl }: Shared,
  announce: WireOptions['announce'],
): Promise<void> {
  if (announce === undefined) return;
  const url = await inviteFirstOperator({ accounts: store.accounts, clock, publicUrl });
  if (url !== undefined) announce(`Create the first operator's account: ${url}`);
}
