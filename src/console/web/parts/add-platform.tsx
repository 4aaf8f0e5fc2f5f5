import { Button, Card, Group, NativeSelect, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { sessionQuery } from '../session.ts';
import { ErrorNote } from './told.tsx';

type Environment = Schemas['NewPlatform']['environment'];

/** A new platform, switched off, and its set-up path. For partner operators; others are invited to a platform. */
export function AddPlatform() {
  const [customerId, setCustomerId] = useState('');
  const [name, setName] = useState('');
  const [environment, setEnvironment] = useState<Environment>('sandbox');
  const { data: session } = useQuery(sessionQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const add = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/platforms', { body: { customerId, name, environment } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['platforms'] });
      await navigate({ to: '/platforms/$customerId/setup', params: { customerId }, search: {} });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  if (!session?.access.some((grant) => grant.customerId === null && grant.rights.includes('platforms.write')))
    return null;
  return (
    <Card withBorder component="section" mb="md">
      <Title order={2} size="h4" mb="sm">
        Add a platform
      </Title>
      <form onSubmit={submit}>
        <Group align="end">
          <TextInput
            label="Customer ID in iCIMS"
            inputMode="numeric"
            pattern="[0-9]{1,12}"
            title="Up to 12 digits"
            required
            value={customerId}
            onChange={({ currentTarget }) => setCustomerId(currentTarget.value.trim())}
          />
          <TextInput
            label="Name"
            required
            maxLength={500}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <NativeSelect
            label="Environment"
            value={environment}
            onChange={({ currentTarget }) => setEnvironment(currentTarget.value as Environment)}
            data={['sandbox', 'production'] satisfies Environment[]}
          />
          <Button type="submit" color="teal.9" loading={add.isPending}>
            Add and set up
          </Button>
        </Group>
      </form>
      <ErrorNote error={add.error} />
    </Card>
  );
}
