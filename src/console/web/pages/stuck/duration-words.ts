const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something takes, as one says it: about 5 minutes. */
export function durationWords(seconds: number): string {
  if (seconds < MINUTE) return 'less than a minute';
  if (seconds < 2 * HOUR) return about(seconds / MINUTE, 'minute');
  if (seconds < 2 * DAY) return about(seconds / HOUR, 'hour');
  return about(seconds / DAY, 'day');
}

function about(amount: number, unit: string): string {
  const whole = Math.ceil(amount);
  return `about ${whole} ${unit}${whole === 1 ? '' : 's'}`;
}

/** A number with its noun. */
export function hires(count: number): string {
  return `${count} hire${count === 1 ? '' : 's'}`;
}
