/** How long a secret is in use. iCIMS tells no expiry, so age and leftovers of a rotation are what can be known. */
export interface SecretAge {
  readonly customerId: string;
  /** Its place in the platform document, never its value. */
  readonly secret: string;
  /** Since when it has this value, as far as we saw it. */
  readonly since: Date;
  readonly days: number;
  readonly advice: 'none' | 'rotate' | 'remove-old';
}

interface KnownSecret {
  readonly customerId: string;
  readonly secret: string;
  readonly since: Date;
}

const DAY_MS = 86_400_000;
/** iCIMS names no end; a year is as long as a secret should be in use. */
const YEAR_DAYS = 365;
const ROTATE_AFTER_DAYS = YEAR_DAYS - 30;
const OVERLAP_DAYS = 7;

/** When a secret has been in use for a year. */
export function yearOfUse(since: Date): Date {
  return new Date(since.getTime() + YEAR_DAYS * DAY_MS);
}

/** What to do about each secret: rotate after eleven months; remove the old one of two a week after the newer came. */
export function toSecretAges(known: readonly KnownSecret[], now: Date): readonly SecretAge[] {
  return known.map((each) => {
    const days = Math.max(0, Math.floor((now.getTime() - each.since.getTime()) / DAY_MS));
    return { ...each, days, advice: adviceFor(each, known, { days, now }) };
  });
}

function adviceFor(
  { customerId, secret, since }: KnownSecret,
  known: readonly KnownSecret[],
  { days, now }: { days: number; now: Date },
): SecretAge['advice'] {
  const newer = known.find(
    (other) =>
      other.customerId === customerId &&
      other.secret !== secret &&
      placeOf(other) === placeOf({ secret }) &&
      other.since > since,
  );
  if (newer !== undefined && now.getTime() - newer.since.getTime() > OVERLAP_DAYS * DAY_MS) return 'remove-old';
  return days >= ROTATE_AFTER_DAYS ? 'rotate' : 'none';
}

/** Two secrets side by side differ in their position only. */
function placeOf({ secret }: Pick<KnownSecret, 'secret'>): string {
  return secret.replace(/\/[01]\//, '/');
}
