import { nameTokens } from '../hires/name-tokens.ts';
import { type NewHire } from '../intake/intake-store.ts';
import { Failure, toFailure } from '../runtime/failure.ts';
import { type Vault } from './vault.ts';

/** What of a hire nobody may read without its platform's key. */
export interface Seals {
  readonly fieldsSealed: Buffer;
  readonly bodySealed: Buffer;
  readonly traceSealed: Buffer;
  /** By these the hire is found by its person's name. */
  readonly names: readonly Buffer[];
}

/** Throws `unavailable` STORE_UNAVAILABLE when the platform is deleted at this moment. */
export async function sealHire(vault: Vault, { subject, fields, trace, body, eventId }: NewHire): Promise<Seals> {
  const { customerId, id } = subject;
  const key = await vault.keyOf(customerId).catch(platformGone);
  return {
    fieldsSealed: key.seal(JSON.stringify(fields), { customerId, table: 'hires', column: 'fields_sealed', row: id }),
    bodySealed: key.seal(body, { customerId, table: 'events', column: 'body_sealed', row: eventId }),
    traceSealed: key.seal(JSON.stringify(trace), { customerId, table: 'hires', column: 'trace_sealed', row: id }),
    names: nameTokens(fields).map((token) => key.mark(['name', token])),
  };
}

/** Deleted while it was screened: the next try is refused as a stranger's. */
function platformGone(thrown: unknown): never {
  const { code } = toFailure(thrown);
  if (code !== 'DATA_KEY_GONE') throw thrown;
  throw new Failure(
    'unavailable',
    'STORE_UNAVAILABLE',
    'The platform is being changed at this very moment. Try again.',
    {
      retryAfterMs: 1_000,
    },
  );
}
