import { Button, Code, Group, Stack } from '@mantine/core';

/** A part of the document as it is. */
export function DocumentPart({ part, onDone }: { part: unknown; onDone: () => void }) {
  return (
    <Stack>
      <Code block>{JSON.stringify(part, null, 2)}</Code>
      <Group>
        <Button color="teal.9" onClick={onDone}>
          Go on
        </Button>
      </Group>
    </Stack>
  );
}
