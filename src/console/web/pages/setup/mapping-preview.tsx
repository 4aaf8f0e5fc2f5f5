import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { type Mapping, type Preview } from './mapping-rows.ts';

interface MappingPreviewProps {
  readonly customerId: string;
  /** As they are now, saved or not. */
  readonly rows: readonly Mapping[];
  readonly onPreview: (steps: readonly Preview[]) => void;
}

/** Tries the rows on a real record. What is personal comes masked. */
export function MappingPreview({ customerId, rows, onPreview }: MappingPreviewProps) {
  const [workflowId, setWorkflowId] = useState('');
  const preview = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/platforms/{customerId}/mapping/preview', {
          params: { path: { customerId } },
          body: { workflowId, mapping: [...rows] },
        }),
      ),
    onSuccess: ({ items }) => onPreview(items),
  });
  const wrong = preview.data?.items.filter(({ outcome }) => outcome === 'unusable').length ?? 0;
  return (
    <Stack gap="xs">
      <Group align="end">
        <TextInput
          label="Try it on workflow"
          description="System id of a recruiting workflow. It is read, and the reading is in the audit log."
          value={workflowId}
          onChange={({ currentTarget }) => setWorkflowId(currentTarget.value.trim())}
        />
        <Button
          variant="default"
          disabled={!/^[0-9]{1,18}$/.test(workflowId)}
          loading={preview.isPending}
          onClick={() => preview.mutate()}
        >
          Preview
        </Button>
      </Group>
      <Text role="status" size="sm">
        {preview.data === undefined
          ? ''
          : `${preview.data.items.length} keys tried, ${wrong} cannot be used as they are.`}
      </Text>
      <ErrorNote error={preview.error} />
    </Stack>
  );
}
