import { Badge } from '@mantine/core';
import { type Schemas } from '../api.ts';

const told = {
  none: { label: 'iCIMS: nothing written', color: 'gray.8' },
  pending: { label: 'iCIMS: being told', color: 'blue.9' },
  done: { label: 'iCIMS: up to date', color: 'teal.9' },
  stuck: { label: 'iCIMS: stuck', color: 'red.9' },
} as const satisfies Record<Schemas['CaseSummary']['writeBack'], { label: string; color: string }>;

/** Whether iCIMS shows what became of the case. */
export function WriteBackBadge({ writeBack }: Pick<Schemas['CaseSummary'], 'writeBack'>) {
  const { label, color } = told[writeBack];
  return (
    <Badge color={color} variant="filled" tt="none" autoContrast>
      {label}
    </Badge>
  );
}
