import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';

interface RevertProps {
  readonly customerId: string;
  readonly version: number;
  /** The version that is shown as the present one: if it is no longer, nothing is done. */
  readonly present: number;
}

/** Goes back to a version, after asking once more. */
export function Revert({ customerId, version, present }: RevertProps) {
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const revert = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/platforms/{customerId}/revert', {
          params: { path: { customerId }, header: { 'If-Match': `"${present}"` } },
          body: { version },
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['platform-versions', 'platform', 'setup', 'inbound'].map((key) =>
          queries.resetQueries({ queryKey: [key, customerId] }),
        ),
      ),
  });
  if (!asked)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)} aria-label={`Go back to ${version}`}>
        Go back to it
      </Button>
    );
  return (
    <>
      <Group gap="xs">
        <Text size="sm">Makes a new version. Today's secrets stay.</Text>
        <Button
          size="compact-sm"
          color="teal.9"
          loading={revert.isPending}
          onClick={() => revert.mutate()}
          aria-label={`Yes, go back to ${version}`}
        >
          Yes, go back
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
          Leave it
        </Button>
      </Group>
      <ErrorNote error={revert.error} />
    </>
  );
}
