import { Text } from '@mantine/core';
import { type Preview } from './mapping-rows.ts';

/** What was read, what became of it, and what is wrong. */
export function PreviewLine({ step }: { step: Preview | undefined }) {
  if (step === undefined) return null;
  const { read, converted, outcome, wanted, masked } = step;
  const words = masked ? 'masked' : `“${read.join('”, “')}”`;
  if (read.length === 0) return <Text size="sm">On the record: empty.</Text>;
  if (outcome === 'unusable')
    return (
      <Text size="sm" fw={600}>
        On the record: {words} cannot be used; it must be {wanted ?? 'another value'}.
      </Text>
    );
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      On the record: {words}, becomes {masked ? 'a value that can be used' : `“${converted.join('”, “')}”`}
      {outcome === 'longer-than-form' ? '; longer than the cell of the form.' : '.'}
    </Text>
  );
}
