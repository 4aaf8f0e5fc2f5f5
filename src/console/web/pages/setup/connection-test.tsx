import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api.ts';
import { ErrorNote, Nothing } from '../../parts/told.tsx';
import { ConnectionResult } from './connection-result.tsx';
import { type StepProps } from './step-props.ts';
import { setupQuery } from './use-document.ts';

/** What the API user can see, field by field, asked now; and what it was when it was last asked. */
export function ConnectionTestStep({ setup, onDone }: StepProps) {
  const { customerId } = setup;
  const params = { path: { customerId } };
  const queries = useQueryClient();
  const [workflowId, setWorkflowId] = useState('');
  const queryKey = ['connection-test', customerId];
  const { data, error } = useQuery({
    queryKey,
    queryFn: () => dataOf(api.GET('/api/v1/platforms/{customerId}/connection-test', { params })),
  });
  const test = useMutation({
    mutationFn: () => {
      const body = workflowId === '' ? {} : { workflowId };
      return dataOf(api.POST('/api/v1/platforms/{customerId}/connection-test', { params, body }));
    },
    onSuccess: async (last) => {
      queries.setQueryData(queryKey, { last });
      await queries.invalidateQueries({ queryKey: setupQuery(customerId).queryKey });
    },
  });
  const isId = /^[0-9]{0,20}$/.test(workflowId);
  return (
    <Stack>
      <TextInput
        maw={420}
        label="Workflow to read as well (optional)"
        description="The system id of a recruiting workflow, for example one of a candidate who accepted an offer."
        value={workflowId}
        error={isId ? undefined : 'An id has digits only.'}
        onChange={({ currentTarget }) => setWorkflowId(currentTarget.value.trim())}
      />
      <Group>
        <Button color="teal.9" disabled={!isId} loading={test.isPending} onClick={() => test.mutate()}>
          Test the connection
        </Button>
        <Button variant="default" onClick={onDone}>
          Go on
        </Button>
      </Group>
      <Text role="status" size="sm">
        {test.isPending
          ? 'Logging in to iCIMS and asking for the fields of each record. This takes up to 20 seconds.'
          : ''}
      </Text>
      <ErrorNote error={test.error ?? error} />
      {data?.last === null ? (
        <Nothing title="Not tested yet">Press “Test the connection”: it reads, and changes nothing in iCIMS.</Nothing>
      ) : null}
      {data?.last ? <ConnectionResult test={data.last} /> : null}
    </Stack>
  );
}
