import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf, type Schemas } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';

type Connection = Schemas['SignOnConnection'];

interface Props {
  readonly connection: Connection;
  readonly operates: boolean;
  readonly onChange: () => void;
}

/** What can be done with a connection as it is. */
export function ConnectionActions({ connection: { id, name }, operates, onChange }: Props) {
  const [asking, setAsking] = useState<'secret' | 'delete'>();
  const test = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/sign-on-connections/{id}/test', { params: { path: { id } } })),
  });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button size="compact-sm" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          Test {name}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsking('secret')}>
          Replace the secret of {name}
        </Button>
        {operates ? (
          <>
            <Button size="compact-sm" variant="default" onClick={onChange}>
              Change {name}
            </Button>
            <Button size="compact-sm" color="red.9" onClick={() => setAsking('delete')}>
              Delete {name}
            </Button>
          </>
        ) : null}
      </Group>
      <ErrorNote error={test.error} />
      {test.data === undefined ? null : (
        <Alert color={test.data.works ? 'teal' : 'red'} variant="outline" role="status">
          {test.data.detail}
        </Alert>
      )}
      {asking === 'secret' ? <NewSecret id={id} onDone={() => setAsking(undefined)} /> : null}
      {asking === 'delete' ? <Deletion id={id} onDone={() => setAsking(undefined)} /> : null}
    </Stack>
  );
}

function NewSecret({ id, onDone }: { id: string; onDone: () => void }) {
  const [clientSecret, setClientSecret] = useState('');
  const queries = useQueryClient();
  const replace = useMutation({
    mutationFn: () =>
      dataOf(api.PUT('/api/v1/sign-on-connections/{id}/secret', { params: { path: { id } }, body: { clientSecret } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sign-on-connections'] });
      onDone();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    replace.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="end">
        <SecretInput value={clientSecret} onChange={setClientSecret} />
        <Button type="submit" color="teal.9" loading={replace.isPending}>
          Keep it
        </Button>
        <Button variant="default" onClick={onDone}>
          Leave the old one
        </Button>
      </Group>
      <ErrorNote error={replace.error} />
    </form>
  );
}

export function SecretInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <PasswordInput
      label="Client secret"
      description="Never shown again"
      autoComplete="off"
      miw={220}
      required
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': 'Show the secret' }}
    />
  );
}

function Deletion({ id, onDone }: { id: string; onDone: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => dataOf(api.DELETE('/api/v1/sign-on-connections/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sign-on-connections'] }),
  });
  return (
    <Alert color="red" variant="outline" title="Delete it for good?" role="alert">
      <Stack gap="xs">
        Whoever came by it is signed out. People who have no password have no way in until there is another connection.
        <Group gap="xs">
          <Button size="compact-sm" color="red.9" loading={remove.isPending} onClick={() => remove.mutate()}>
            Delete for good
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDone}>
            Keep it
          </Button>
        </Group>
        <ErrorNote error={remove.error} />
      </Stack>
    </Alert>
  );
}
