/** Profile types that the simulated platform holds. */
export type ProfileType = 'people' | 'jobs' | 'companies' | 'applicantworkflows' | 'onboardworkflows';

export const profileTypes: readonly ProfileType[] = [
  'people',
  'jobs',
  'companies',
  'applicantworkflows',
  'onboardworkflows',
];

/** Field values in the shape that iCIMS answers them. */
export type Values = Readonly<Record<string, unknown>>;

/** Kinds of fields, by the shape of their values (iCIMS "Field Types"). */
export type FieldType =
  | 'text'
  | 'html'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'node'
  | 'nodes'
  | 'profile'
  | 'address'
  | 'salary'
  | 'group'
  | 'file';

/** One field as a customer's platform defines it. The label is the customer's own. */
export interface Field {
  readonly label: string;
  readonly type: FieldType;
  /** List of a `node` or `nodes` field. */
  readonly list?: string;
  /** What a `profile` field links to. */
  readonly profile?: ProfileType;
  readonly maxLength?: number;
  /** Fields of a `group`. */
  readonly children?: Fields;
  /** Not answered unless asked for by name. */
  readonly onRequest?: boolean;
}

export type Fields = Readonly<Record<string, Field>>;

/** `yyyy-MM-dd`, a day that exists. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(text);
}

/** `yyyy-MM-dd hh:mm a` in UTC, as iCIMS writes date-times. */
export function toDateTime(at: Date): string {
  const [day = '', time = ''] = at.toISOString().split('T');
  const hour = at.getUTCHours();
  const half = hour < 12 ? 'AM' : 'PM';
  return `${day} ${String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0')}:${time.slice(3, 5)} ${half}`;
}

/** Milliseconds of `yyyy-MM-dd` or `yyyy-MM-dd hh:mm a` (UTC) and how long it lasts; null when badly formatted. */
export function parseDate(text: string): { startMs: number; lastsMs: number } | null {
  const [, day, hour, minute, half] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}):(\d{2}) (AM|PM))?$/.exec(text) ?? [];
  if (day === undefined || !isRealDay(day)) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (hour === undefined) return { startMs: midnight, lastsMs: 86_400_000 };
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return { startMs: midnight + (hours * 60 + Number(minute)) * 60_000, lastsMs: 60_000 };
}

function isRealDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
