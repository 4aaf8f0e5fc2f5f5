import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Problem } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';

interface SaveBarProps {
  readonly label?: string;
  /** Why it cannot be saved yet; shown beside the button. */
  readonly lacking?: string;
  readonly saving: boolean;
  readonly error: Error | null;
  /** Omitted in a form, where the button submits. */
  readonly onSave?: () => void;
  readonly onReload: () => Promise<void>;
}

/** Saves a step, and says what to do when that did not work. */
export function SaveBar({ label = 'Save and go on', lacking = '', saving, error, onSave, onReload }: SaveBarProps) {
  return (
    <Stack mt="md" gap="sm">
      {error instanceof Problem && error.status === 412 ? (
        <Changed error={error} onReload={onReload} />
      ) : (
        <ErrorNote error={error} />
      )}
      <Group>
        <Button
          type={onSave === undefined ? 'submit' : 'button'}
          color="teal.9"
          disabled={lacking !== ''}
          loading={saving}
          onClick={onSave}
        >
          {label}
        </Button>
        <Text size="sm" c="dimmed">
          {lacking}
        </Text>
      </Group>
    </Stack>
  );
}

function Changed({ error, onReload }: { error: Problem; onReload: () => Promise<void> }) {
  return (
    <Alert color="orange" variant="outline" role="alert" title="Not saved: somebody else changed this platform">
      {error.message} What you entered here was not kept.
      <Group mt="xs">
        <Button variant="default" size="compact-sm" onClick={() => void onReload()}>
          Read the document again
        </Button>
      </Group>
    </Alert>
  );
}
