import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { DryRunResult } from './dry-run-result.tsx';
import { sameId, statusesQuery, toChoice } from './icims-queries.ts';
import { type StepProps } from './step-props.ts';

/** What would happen with a real candidate. */
export function DryRunStep({ document, setup, onDone }: StepProps) {
  const { customerId } = setup;
  const [workflowId, setWorkflowId] = useState('');
  const [newStatus, setNewStatus] = useState('');
  const { data } = useQuery(statusesQuery(customerId));
  const run = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/platforms/{customerId}/dry-run', {
          params: { path: { customerId } },
          body: { workflowId, ...(newStatus === '' ? {} : { newStatus }) },
        }),
      ),
  });
  const choices = document.triggers
    .flatMap((trigger) => trigger.newStatus)
    .map((id) => data?.items.find((status) => sameId(status.id, id)) ?? { id, label: null });
  return (
    <Stack>
      <Stack maw={480}>
        <TextInput
          label="Workflow"
          description="The system id of a recruiting workflow in iCIMS. It is read, nothing is changed or kept."
          value={workflowId}
          onChange={({ currentTarget }) => setWorkflowId(currentTarget.value.trim())}
        />
        <NativeSelect
          label="As if it were moved to"
          value={newStatus}
          onChange={({ currentTarget }) => setNewStatus(currentTarget.value)}
          data={[{ value: '', label: 'the first status that opens a case' }, ...choices.map(toChoice)]}
        />
      </Stack>
      <Group>
        <Button
          color="teal.9"
          disabled={!/^[0-9]{1,18}$/.test(workflowId)}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          Say what would happen
        </Button>
        <Button variant="default" onClick={onDone}>
          Go on
        </Button>
      </Group>
      <ErrorNote error={run.error} />
      {run.data === undefined ? null : <DryRunResult result={run.data} />}
    </Stack>
  );
}
