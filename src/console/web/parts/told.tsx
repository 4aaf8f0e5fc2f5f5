import { Alert, Center, Loader, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Problem } from '../api.ts';

/** What went wrong, in the server's own sentence. */
export function ErrorNote({ error }: { error: Error | null }) {
  if (error === null) return null;
  return (
    <Alert color="red" title="That did not work" role="alert" variant="outline">
      {error.message}
      {error instanceof Problem && error.reference !== '' ? (
        <Text size="xs" mt="xs">
          Reference: {error.reference}
        </Text>
      ) : null}
    </Alert>
  );
}

/** What to do where there is nothing to see. */
export function Nothing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl">
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" ta="center" maw={480}>
        {children}
      </Text>
    </Stack>
  );
}

export function Waiting() {
  return (
    <Center py="xl" role="status" aria-label="Loading">
      <Loader />
    </Center>
  );
}
