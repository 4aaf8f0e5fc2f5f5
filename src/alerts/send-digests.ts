import { defaultSettings, type AlertSettings } from './alert-settings.ts';
import { type Alert, type AlertStore } from './alert-store.ts';
import { digestDay } from './digest-day.ts';
import { noticesFor, operatorTargets, targetsOf, type Reach } from './targets-of.ts';
import { toDigest, type Day, toServiceDigest } from './to-digest.ts';
import { type KnownSituation, type WatchParts } from './watch.ts';

const DAY_MS = 24 * 3_600_000;
const KEEP_NOTICES_MS = 90 * DAY_MS;

/** What each digest is made from. */
interface Round {
  readonly now: Date;
  readonly from: Date;
  readonly days: ReadonlyMap<string, string>;
  readonly openOf: ReadonlyMap<string | null, readonly Alert[]>;
  readonly settingsOf: (customerId: string) => AlertSettings;
  readonly reach: Reach;
}

/**
 * Keeps the digests that have become due: one of each platform for its own recipients, one of all for the operators, at
 * the default time. Each tells of the 24 hours before. Old notices are forgotten.
 */
export async function sendDigests(parts: WatchParts, signal: AbortSignal): Promise<void> {
  const { store, clock, mail } = parts;
  const now = clock();
  const reach = { mail, operators: await store.operatorAddresses() };
  const openOf = Map.groupBy(await store.openAlerts(), ({ customerId }) => customerId);
  const [days, settingsOf] = [await store.digestDays(), await store.allAlertSettings()];
  const round = { now, from: new Date(now.getTime() - DAY_MS), days, openOf, settingsOf, reach };
  const served = await parts.knownSituations();
  for (const known of served) {
    if (signal.aborted) return;
    await digestOfPlatform(known, round, parts);
  }
  await digestOfService(served, round, parts);
  await store.purgeNotices(new Date(now.getTime() - KEEP_NOTICES_MS));
}

async function digestOfPlatform(known: KnownSituation, round: Round, { store, publicUrl }: WatchParts): Promise<void> {
  const { now, from, days, reach } = round;
  const { customerId } = known;
  const settings = round.settingsOf(customerId);
  // Operators have one of all platforms.
  const targets = targetsOf({ ...settings, operators: false }, reach);
  const day = digestDay(settings.digest, days.get(customerId), now);
  if (day === undefined || targets.length === 0) return;
  const message = toDigest(await dayOf(known, round, store), { customerId, at: now, from, publicUrl });
  await store.keepDigest(
    { customerId, day, notices: noticesFor(targets, `digest:${customerId}:${day}`, message) },
    now,
  );
}

async function digestOfService(
  served: readonly KnownSituation[],
  round: Round,
  { store, publicUrl }: WatchParts,
): Promise<void> {
  const { now, from, days, reach } = round;
  const targets = operatorTargets(reach);
  const day = digestDay(defaultSettings.digest, days.get(''), now);
  if (day === undefined || targets.length === 0) return;
  const platforms = [];
  for (const known of served) platforms.push({ customerId: known.customerId, ...(await dayOf(known, round, store)) });
  const message = toServiceDigest(platforms, { customerId: null, at: now, from, publicUrl });
  await store.keepDigest({ customerId: null, day, notices: noticesFor(targets, `digest::${day}`, message) }, now);
}

async function dayOf({ customerId }: KnownSituation, { from, now, openOf }: Round, store: AlertStore): Promise<Day> {
  const tally = await store.tally(customerId, from, now);
  return { tally, open: openOf.get(customerId) ?? [] };
}
