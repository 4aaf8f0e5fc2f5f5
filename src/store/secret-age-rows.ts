import { secretsIn } from '../platforms/platform-secrets.ts';
import { type PlatformDocument } from '../platforms/platform.ts';
import { type Query } from './database.ts';

interface SecretChange {
  readonly before: PlatformDocument | undefined;
  readonly after: PlatformDocument;
  readonly at: Date;
}

/** Keeps since when each secret of a platform has its value, and its last use. One that only moved within the document keeps both. */
export async function noteSecrets(
  query: Query,
  customerId: string,
  { before, after, at }: SecretChange,
): Promise<void> {
  const rows = await query<{ secret: string; since: Date; last_used_at: Date | null }>({
    text: 'DELETE FROM secret_ages WHERE customer_id = $1 RETURNING secret, since, last_used_at',
    values: [customerId],
  });
  const known = secretsIn(before);
  const kept = secretsIn(after).map(({ pointer, value }) => {
    const same = known.find((one) => one.value === value && placeOf(one.pointer) === placeOf(pointer));
    const row = rows.find(({ secret }) => secret === same?.pointer);
    return { pointer, since: row?.since ?? at, lastUsedAt: row?.last_used_at ?? null };
  });
  await query({
    text: `INSERT INTO secret_ages (customer_id, secret, since, last_used_at)
      SELECT $1, * FROM unnest($2::text[], $3::timestamptz[], $4::timestamptz[])`,
    values: [customerId, ...(['pointer', 'since', 'lastUsedAt'] as const).map((key) => kept.map((each) => each[key]))],
  });
}

function placeOf(pointer: string): string {
  return pointer.replace(/\/[01]\//, '/');
}
