import { alertChanges } from './alert-changes.ts';
import { type Alert, type AlertStore, type StoredSituation } from './alert-store.ts';
import { findProblems, findServiceProblems } from './find-problems.ts';
import { type Finding } from './finding.ts';
import { type Target } from './notice.ts';
import { type Situation } from './situation.ts';
import { noticesFor, operatorTargets, targetsOf, type Reach } from './targets-of.ts';
import { toRaisedMessage, toResolvedMessage } from './to-message.ts';

/** What the process knows of the platforms that it serves. */
export type KnownSituation = Pick<Situation, 'customerId'> & Omit<Situation, keyof StoredSituation>;

export interface WatchParts {
  readonly store: AlertStore;
  readonly knownSituations: () => Promise<readonly KnownSituation[]>;
  /** False while no mail server is configured. */
  readonly mail: boolean;
  readonly newId: () => string;
  readonly clock: () => Date;
  readonly publicUrl: string;
}

interface Judged {
  readonly customerId: string | null;
  readonly findings: readonly Finding[];
  readonly targets: readonly Target[];
}

/** One round: looks at every platform and at the service, and keeps what changed with the notices that tell of it. */
export async function watch(parts: WatchParts, signal: AbortSignal): Promise<void> {
  const now = parts.clock();
  const judged = [...(await judgePlatforms(parts, now)), await judgeService(parts, now)];
  const open = await parts.store.openAlerts();
  const watched = new Set(judged.map(({ customerId }) => customerId));
  const gone = open.filter(({ customerId }) => !watched.has(customerId));
  for (const { id } of gone) await parts.store.resolveAlert(id, [], now);
  const openOf = Map.groupBy(open, ({ customerId }) => customerId);
  for (const each of judged) {
    if (signal.aborted) return;
    await keep(each, openOf.get(each.customerId) ?? [], now, parts);
  }
}

async function judgePlatforms(parts: WatchParts, now: Date): Promise<Judged[]> {
  const { store } = parts;
  const known = await parts.knownSituations();
  const reach = await reachOf(parts);
  const settingsOf = await store.allAlertSettings();
  const asked = known.map(({ customerId }) => ({
    customerId,
    silentHours: settingsOf(customerId).thresholds.silentHours,
  }));
  const stored = new Map((await store.situations(asked, now)).map((each) => [each.customerId, each]));
  return known.flatMap((mine) => {
    const [theirs, told] = [stored.get(mine.customerId), settingsOf(mine.customerId)];
    if (theirs === undefined) return [];
    const findings = findProblems({ ...theirs, ...mine }, told.thresholds, now);
    return [{ customerId: mine.customerId, findings, targets: targetsOf(told, reach) }];
  });
}

async function judgeService(parts: WatchParts, now: Date): Promise<Judged> {
  const findings = findServiceProblems(await parts.store.serviceSituation(), now);
  return { customerId: null, findings, targets: operatorTargets(await reachOf(parts)) };
}

async function reachOf({ store, mail }: WatchParts): Promise<Reach> {
  return { mail, operators: await store.operatorAddresses() };
}

async function keep(judged: Judged, open: readonly Alert[], now: Date, parts: WatchParts): Promise<void> {
  const { store, newId, publicUrl } = parts;
  const { customerId, findings, targets } = judged;
  const { raise, renew, resolve } = alertChanges(open, findings, now);
  const about = { customerId, at: now, publicUrl };
  for (const finding of raise) {
    const id = newId();
    const notices = noticesFor(targets, `${id}:raised`, toRaisedMessage(finding, about));
    await store.raiseAlert({ ...finding, id, customerId }, notices, now);
  }
  for (const { alert, finding } of renew) await store.renewAlert(alert.id, finding, now);
  for (const alert of resolve)
    await store.resolveAlert(
      alert.id,
      noticesFor(targets, `${alert.id}:resolved`, toResolvedMessage(alert, about)),
      now,
    );
}
