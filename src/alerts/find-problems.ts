import { actionFor } from './actions.ts';
import { type Thresholds } from './alert-settings.ts';
import { type Finding } from './finding.ts';
import { type ServiceSituation, type Situation } from './situation.ts';

/** Fewer say nothing about a rate. */
const ENOUGH_FOR_A_RATE = 10;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface Look {
  readonly situation: Situation;
  readonly thresholds: Thresholds;
  readonly now: Date;
}

type Rule = (look: Look) => readonly Finding[];

const rules: readonly Rule[] = [
  needsAttention,
  parkedHires,
  longWait,
  failingRate,
  silence,
  allowanceLow,
  rotationOpen,
  secretsExpiring,
  hiresMissed,
];

/** Every rule over one platform: at most one finding of each cause. */
export function findProblems(situation: Situation, thresholds: Thresholds, now: Date): readonly Finding[] {
  return rules.flatMap((rule) => rule({ situation, thresholds, now }));
}

/** The rules over the whole service. */
export function findServiceProblems({ auditBrokenAt }: ServiceSituation, now: Date): readonly Finding[] {
  if (auditBrokenAt === null) return [];
  const sentence = `The audit log does not fit its chain from entry ${auditBrokenAt} on: somebody changed it beside the service.`;
  const action = 'An operator compares the database with its backup and finds out who had access to it.';
  return [{ cause: 'AUDIT_BROKEN', sentence, action, path: '/audit', since: now }];
}

function needsAttention({ situation: { attention } }: Look): readonly Finding[] {
  return attention.map(({ code, since }) => ({
    cause: code,
    sentence: `The platform needs attention: ${code}.`,
    action: actionFor(code),
    path: '/platforms',
    since,
  }));
}

function parkedHires({ situation: { parked }, thresholds }: Look): readonly Finding[] {
  const many = parked.filter(({ count }) => count >= thresholds.parkedHires);
  return many.map(({ code, count, oldestAt }) => ({
    cause: `PARKED_${code}`,
    sentence: `${count === 1 ? 'A hire is' : `${count} hires are`} parked: ${code}.`,
    action: actionFor(code),
    path: '/stuck',
    since: oldestAt,
  }));
}

function longWait({ situation: { waitingSince }, thresholds, now }: Look): readonly Finding[] {
  if (waitingSince === null) return [];
  const minutes = Math.floor((now.getTime() - waitingSince.getTime()) / MINUTE_MS);
  if (minutes < thresholds.waitingMinutes) return [];
  const sentence = `The oldest hire on its way has waited for more than ${thresholds.waitingMinutes} minutes.`;
  const action = 'An operator looks whether the case system and iCIMS answer, and whether a worker runs.';
  return [{ cause: 'DELIVERY_SLOW', sentence, action, path: '/hires', since: waitingSince }];
}

function failingRate({ situation: { recent }, thresholds, now }: Look): readonly Finding[] {
  const total = recent.succeeded + recent.failed;
  if (total < ENOUGH_FOR_A_RATE) return [];
  const percent = Math.floor((100 * recent.succeeded) / total);
  if (percent >= thresholds.successPercent) return [];
  const sentence = `Of the last ${total} events and hires of a day ${percent} % went well, less than ${thresholds.successPercent} %.`;
  const action =
    'An admin of the platform looks at what was refused, failed or parked, and mends the most frequent cause.';
  return [{ cause: 'SUCCESS_LOW', sentence, action, path: '/events', since: now }];
}

function silence({ situation: { events }, thresholds, now }: Look): readonly Finding[] {
  if (!events.missing) return [];
  const sentence = `No event came for ${thresholds.silentHours} hours, though events came at this time in both weeks before.`;
  const action =
    'An admin of the platform looks at Event Notifications in iCIMS: is it on, and are the credentials right?';
  return [{ cause: 'EVENTS_SILENT', sentence, action, path: '/events', since: events.lastAt ?? now }];
}

function allowanceLow({ situation: { allowance }, thresholds, now }: Look): readonly Finding[] {
  const percent = (100 * allowance.remaining) / Math.max(1, allowance.limit);
  if (percent >= thresholds.allowancePercent) return [];
  const sentence = `Less than ${thresholds.allowancePercent} % of today's calls to iCIMS are left.`;
  const action = actionFor('ICIMS_ALLOWANCE_USED');
  return [{ cause: 'ALLOWANCE_LOW', sentence, action, path: '/platforms', since: now }];
}

function rotationOpen({ situation: { rotating, changedAt }, thresholds, now }: Look): readonly Finding[] {
  if (!rotating || daysBetween(changedAt, now) < thresholds.rotationDays) return [];
  const sentence = `Two credentials of one kind have been open for iCIMS for more than ${thresholds.rotationDays} days.`;
  const action = 'An admin of the platform sees that iCIMS uses the new one, then removes the old one.';
  return [{ cause: 'ROTATION_OPEN', sentence, action, path: '/platforms', since: changedAt }];
}

function secretsExpiring({ situation: { expiring }, thresholds, now }: Look): readonly Finding[] {
  const soon = expiring.filter(({ at }) => daysBetween(now, at) < thresholds.secretDays);
  if (soon.length === 0) return [];
  const named = soon.map(({ secret, at }) => `${secret} (${at.toISOString().slice(0, 10)})`).join(', ');
  const sentence = `Secrets have been in use for a year, or will have been within ${thresholds.secretDays} days: ${named}.`;
  const action = 'An admin of the platform puts new ones in their place.';
  return [{ cause: 'SECRET_EXPIRING', sentence, action, path: '/platforms', since: now }];
}

function hiresMissed({ situation: { missedHires }, now }: Look): readonly Finding[] {
  if (missedHires === 0) return [];
  const sentence = `iCIMS shows ${missedHires === 1 ? 'a hire' : `${missedHires} hires`} for which no event was accepted.`;
  const action = 'An admin of the platform opens them from the list, and looks why iCIMS did not tell of them.';
  return [{ cause: 'HIRES_MISSED', sentence, action, path: '/missed', since: now }];
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS;
}
