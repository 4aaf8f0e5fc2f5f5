import { LRUCache } from 'lru-cache';
import { type DigestTime } from './alert-settings.ts';

/**
 * The day (`YYYY-MM-DD` in the zone of the settings) whose digest is due at `now` and not kept yet; undefined for none.
 * After a standstill only the newest is made up for.
 */
export function digestDay(
  { at, zone, enabled }: DigestTime,
  lastDay: string | undefined,
  now: Date,
): string | undefined {
  if (!enabled) return undefined;
  const { day, time } = inZone(now, zone);
  if (time < at) return undefined;
  return lastDay === undefined || lastDay < day ? day : undefined;
}

/** Whether the runtime knows the zone by this IANA name. */
export function isZone(zone: string): boolean {
  try {
    inZone(new Date(0), zone);
    return true;
  } catch {
    return false;
  }
}

function inZone(now: Date, zone: string): { day: string; time: string } {
  const [day = '', time = ''] = formats.memo(zone).format(now).split(' ');
  return { day, time };
}

/**
 * To make a format costs far more than to use it, and thousands of platforms share a few zones. The Swedish order of a date
 * is that of ISO 8601.
 */
const formats = new LRUCache<string, Intl.DateTimeFormat>({
  max: 50,
  memoMethod: (timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
});
