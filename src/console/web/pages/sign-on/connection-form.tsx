import { Button, Card, Group, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf, type Schemas } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { SecretInput } from './connection-actions.tsx';
import { AccessFields, ProviderFields, type Document } from './connection-fields.tsx';

const empty: Document = {
  ...{ name: '', issuer: '', clientId: '', domains: [], customerIds: [] },
  ...{ newPeople: null, passwordSignIn: true, enabled: true },
};

/** A new connection, with its secret. */
export function AddConnection() {
  const [round, setRound] = useState(0);
  const [clientSecret, setClientSecret] = useState('');
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: (document: Document) =>
      dataOf(api.POST('/api/v1/sign-on-connections', { body: { ...document, clientSecret } })),
    onSuccess: async () => {
      setClientSecret('');
      setRound(round + 1);
      await queries.invalidateQueries({ queryKey: ['sign-on-connections'] });
    },
  });
  return (
    <ConnectionForm
      key={round}
      title="Connect a provider"
      document={empty}
      error={add.error}
      pending={add.isPending}
      onSubmit={(document) => add.mutate(document)}
    >
      <SecretInput value={clientSecret} onChange={setClientSecret} />
    </ConnectionForm>
  );
}

/** Everything but the secret. */
export function ChangeConnection(props: { connection: Schemas['SignOnConnection']; onDone: () => void }) {
  const { id, createdAt: _made, secretReplacedAt: _replaced, ...document } = props.connection;
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (body: Document) =>
      dataOf(api.PUT('/api/v1/sign-on-connections/{id}', { params: { path: { id } }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sign-on-connections'] });
      props.onDone();
    },
  });
  return (
    <ConnectionForm
      title={`Change ${document.name}`}
      document={document}
      error={change.error}
      pending={change.isPending}
      onSubmit={(body) => change.mutate(body)}
    >
      <Button variant="default" onClick={props.onDone}>
        Leave it as it was
      </Button>
    </ConnectionForm>
  );
}

interface FormProps {
  readonly title: string;
  readonly document: Document;
  readonly error: Error | null;
  readonly pending: boolean;
  readonly onSubmit: (document: Document) => void;
  readonly children: React.ReactNode;
}

function ConnectionForm({ title, document: given, error, pending, onSubmit, children }: FormProps) {
  const [document, setDocument] = useState(given);
  const [domains, setDomains] = useState(given.domains.join(', '));
  const set = (changes: Partial<Document>): void => setDocument({ ...document, ...changes });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const named = domains
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((domain) => domain !== '');
    onSubmit({ ...document, domains: [...new Set(named)] });
  };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <form onSubmit={submit}>
        <Stack>
          <ProviderFields document={document} set={set} />
          <TextInput
            label="Domains of its e-mail addresses"
            description="Only domains that you know to be the customer’s: it can sign in as everybody with such an address"
            placeholder="example.com, example.org"
            required
            value={domains}
            onChange={({ currentTarget }) => setDomains(currentTarget.value)}
          />
          <AccessFields document={document} set={set} />
          <Group align="end">
            {children}
            <Button type="submit" color="teal.9" loading={pending}>
              {given === empty ? 'Connect' : 'Save'}
            </Button>
          </Group>
          <ErrorNote error={error} />
        </Stack>
      </form>
    </Card>
  );
}
