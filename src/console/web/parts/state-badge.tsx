import { Badge } from '@mantine/core';

const colors: Readonly<Record<string, string>> = {
  delivered: 'teal.9',
  completed: 'teal.9',
  accepted: 'blue.9',
  opened: 'blue.9',
  open: 'blue.9',
  'in-progress': 'blue.9',
  parked: 'red.9',
  failed: 'red.9',
  refused: 'orange.9',
};

/** A state by its word; the colour only helps. */
export function StateBadge({ state }: { state: string }) {
  return (
    <Badge color={colors[state] ?? 'gray.8'} variant="filled" tt="none" autoContrast>
      {state}
    </Badge>
  );
}
