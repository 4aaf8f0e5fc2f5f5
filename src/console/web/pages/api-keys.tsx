import { Button, Card, Code, Group, MultiSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { PageHead } from '../parts/page-head.tsx';
import { Rows } from '../parts/paged-list.tsx';
import { ErrorNote, Nothing, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { sessionQuery } from '../session.ts';

/** Bearer tokens for scripts. */
export function ApiKeysPage() {
  const { data, error } = useQuery({ queryKey: ['api-keys'], queryFn: () => dataOf(api.GET('/api/v1/api-keys')) });
  return (
    <Stack>
      <PageHead title="API keys" />
      <NewKey />
      <ErrorNote error={error} />
      {data === undefined ? error === null && <Waiting /> : <Keys keys={data.items} />}
    </Stack>
  );
}

function Keys({ keys }: { keys: readonly Schemas['ApiKey'][] }) {
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) => dataOf(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  if (keys.length === 0)
    return <Nothing title="No key yet">A key lets a script do what its scopes say, and nothing else.</Nothing>;
  return (
    <>
      <ErrorNote error={revoke.error} />
      <Rows label="API keys" head={['Name', 'Platform', 'Scopes', 'Last used', 'Made by', 'Revoke']}>
        {keys.map(({ id, name, customerId, scopes, lastUsedAt, createdBy }) => (
          <Table.Tr key={id}>
            <Table.Td>{name}</Table.Td>
            <Table.Td>{customerId ?? 'all'}</Table.Td>
            <Table.Td>{scopes.join(', ')}</Table.Td>
            <Table.Td>
              <When at={lastUsedAt} size="sm" />
            </Table.Td>
            <Table.Td>{createdBy}</Table.Td>
            <Table.Td>
              <Button size="compact-sm" color="red.9" onClick={() => revoke.mutate(id)} aria-label={`Revoke ${name}`}>
                Revoke
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Rows>
    </>
  );
}

function NewKey() {
  const queries = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const [name, setName] = useState('');
  const [customerId, setCustomerId] = useState('');
  const [scopes, setScopes] = useState<string[]>(['hires.read']);
  const rights = [...new Set(session?.access.flatMap((grant) => grant.rights))].sort();
  const create = useMutation({
    mutationFn: () => {
      const body = { name, customerId: customerId === '' ? null : customerId, scopes: scopes as Schemas['Right'][] };
      return dataOf(api.POST('/api/v1/api-keys', { body }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        New key
      </Title>
      <form onSubmit={submit}>
        <Group align="end">
          <TextInput
            label="What it is for"
            required
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <TextInput
            label="Platform (customer id)"
            description="Empty: all platforms"
            inputMode="numeric"
            value={customerId}
            onChange={({ currentTarget }) => setCustomerId(currentTarget.value)}
          />
          <MultiSelect label="Scopes" data={rights} value={scopes} onChange={setScopes} miw={220} />
          <Button type="submit" color="teal.9" loading={create.isPending}>
            Make a key
          </Button>
        </Group>
      </form>
      <ErrorNote error={create.error} />
      {create.data === undefined ? null : (
        <Stack gap="xs" mt="sm" role="status">
          <Text size="sm">Copy it now; it is not shown again.</Text>
          <Code block>{create.data.key}</Code>
        </Stack>
      )}
    </Card>
  );
}
