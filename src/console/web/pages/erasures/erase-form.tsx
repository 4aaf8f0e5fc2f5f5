import { Button, Card, Group, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { ErasePreview } from './erase-preview.tsx';

interface Subject {
  readonly personId: string;
  readonly workflowIds: string[];
}

const ID = '[A-Za-z0-9_\\-]{1,64}';

/** Asks whom, shows what would go, and only then offers to erase. */
export function EraseForm({ customerId }: { customerId: string }) {
  const [personId, setPersonId] = useState('');
  const [workflows, setWorkflows] = useState('');
  const { preview, erase } = useErasing(customerId);
  const subject: Subject = { personId, workflowIds: workflows.split(/[\s,]+/).filter((id) => id !== '') };
  const change = (set: (text: string) => void, text: string): void => {
    set(text);
    preview.reset();
    erase.reset();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    erase.reset();
    preview.mutate(subject);
  };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        Erase a person
      </Title>
      <form onSubmit={submit}>
        <Group align="end">
          <TextInput
            label="Person ID in iCIMS"
            required
            pattern={ID}
            autoComplete="off"
            value={personId}
            onChange={({ currentTarget }) => change(setPersonId, currentTarget.value)}
          />
          <TextInput
            label="Workflow IDs that were refused"
            description="Their events name nobody. Several with commas"
            pattern={`(${ID}[\\s,]*)*`}
            autoComplete="off"
            value={workflows}
            onChange={({ currentTarget }) => change(setWorkflows, currentTarget.value)}
          />
          <Button type="submit" color="teal.9" loading={preview.isPending}>
            Show what would go
          </Button>
        </Group>
      </form>
      <ErrorNote error={preview.error ?? erase.error} />
      {preview.data === undefined || erase.isSuccess ? null : (
        <ErasePreview
          preview={preview.data}
          erasing={erase.isPending}
          onErase={() => erase.mutate({ ...subject, openHires: preview.data.openHires > 0 ? 'withdraw' : 'refuse' })}
        />
      )}
      <Text role="status" mt="sm">
        {erase.isSuccess ? 'The request is kept. It is done some two minutes from now; follow it below.' : ''}
      </Text>
    </Card>
  );
}

function useErasing(customerId: string) {
  const queries = useQueryClient();
  const path = { customerId };
  const preview = useMutation({
    mutationFn: (body: Subject) =>
      dataOf(api.POST('/api/v1/platforms/{customerId}/erasures/preview', { params: { path }, body })),
  });
  const erase = useMutation({
    mutationFn: (body: Subject & { openHires: 'withdraw' | 'refuse' }) =>
      dataOf(api.POST('/api/v1/platforms/{customerId}/erasures', { params: { path }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['erasures', customerId] }),
  });
  return { preview, erase };
}
