import { Button, Group, Stack } from '@mantine/core';
import { ConnectionTest } from '../../parts/connection-test.tsx';
import { type StepProps } from './step-props.ts';

/** What the API user can see. */
export function ConnectionTestStep({ setup, onDone }: StepProps) {
  return (
    <Stack>
      <ConnectionTest customerId={setup.customerId} />
      <Group>
        <Button color="teal.9" onClick={onDone}>
          Go on
        </Button>
      </Group>
    </Stack>
  );
}
