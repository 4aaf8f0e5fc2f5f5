import { Button, Group } from '@mantine/core';
import { type StepProps } from './step-props.ts';

/** What would happen with a real candidate. */
export function DryRunStep({ onDone }: StepProps) {
  return (
    <Group>
      <Button color="teal.9" onClick={onDone}>
        Go on
      </Button>
    </Group>
  );
}
