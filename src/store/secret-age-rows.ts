import { secretsIn } from '../platforms/platform-secrets.ts';
import { type PlatformDocument } from '../platforms/platform.ts';
import { type Query } from './database.ts';

interface SecretChange {
  readonly before: PlatformDocument | undefined;
  readonly after: PlatformDocument;
  readonly at: Date;
}

/** Keeps since when each secret of a platform has its value. One that only moved within the document stays as old as it is. */
export async function noteSecrets(
  query: Query,
  customerId: string,
  { before, after, at }: SecretChange,
): Promise<void> {
  const rows = await query<{ secret: string; since: Date }>({
    text: 'DELETE FROM secret_ages WHERE customer_id = $1 RETURNING secret, since',
    values: [customerId],
  });
  const known = secretsIn(before);
  const since = secretsIn(after).map(({ pointer, value }) => {
    const same = known.find((one) => one.value === value && placeOf(one.pointer) === placeOf(pointer));
    return { pointer, since: rows.find(({ secret }) => secret === same?.pointer)?.since ?? at };
  });
  await query({
    text: 'INSERT INTO secret_ages (customer_id, secret, since) SELECT $1, * FROM unnest($2::text[], $3::timestamptz[])',
    values: [customerId, since.map(({ pointer }) => pointer), since.map((each) => each.since)],
  });
}

function placeOf(pointer: string): string {
  return pointer.replace(/\/[01]\//, '/');
}
