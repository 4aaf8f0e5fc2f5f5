import { Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { ErrorNote, Nothing, Waiting } from '../../parts/told.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session.ts';
import { ConnectionActions } from './connection-actions.tsx';
import { AddConnection, ChangeConnection } from './connection-form.tsx';

type Connection = Schemas['SignOnConnection'];

/** The OpenID Connect providers of customers. Operators add and change them; admins test them and renew the secret. */
export function SignOnConnectionsPage() {
  const { data, error } = useQuery({
    queryKey: ['sign-on-connections'],
    queryFn: () => dataOf(api.GET('/api/v1/sign-on-connections')),
  });
  const operates = useMay('sign-on.manage');
  return (
    <Stack>
      <PageHead title="Single sign-on" />
      <ErrorNote error={error} />
      {data === undefined ? error === null && <Waiting /> : <RedirectUri uri={data.redirectUri} />}
      {operates ? <AddConnection /> : null}
      {data?.items.length === 0 ? (
        <Nothing title="No provider is connected">
          {operates
            ? 'Register the redirect URI at the customer’s OpenID Connect provider, and add a connection above.'
            : 'Ask your operator to connect the sign-in of your company: they need its issuer, a client id and its secret.'}
        </Nothing>
      ) : null}
      {data?.items.map((connection) => (
        <ConnectionCard key={connection.id} connection={connection} operates={operates} />
      ))}
    </Stack>
  );
}

function RedirectUri({ uri }: { uri: string }) {
  return (
    <Card withBorder component="section" aria-label="Redirect URI">
      <Text size="sm">Redirect URI (sign-in callback) to register at the provider:</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {uri}
      </Code>
    </Card>
  );
}

function ConnectionCard({ connection, operates }: { connection: Connection; operates: boolean }) {
  const [changing, setChanging] = useState(false);
  const { name, issuer, clientId, domains, customerIds, newPeople, passwordSignIn, enabled } = connection;
  if (changing) return <ChangeConnection connection={connection} onDone={() => setChanging(false)} />;
  return (
    <Card withBorder component="section" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {name}
          </Title>
          <StateBadge state={enabled ? 'enabled' : 'switched off'} />
        </Group>
        <Text size="sm">
          {issuer}, client {clientId}
        </Text>
        <Text size="sm">Speaks for {domains.join(', ')}.</Text>
        <Text size="sm">
          Opens platforms {customerIds.join(', ')}.{' '}
          {newPeople === null ? 'Only invited people come in.' : `New people become ${newPeople}.`}{' '}
          {passwordSignIn ? 'Passwords stay possible.' : 'Its people have no password sign-in.'}
        </Text>
        <Group gap="xs">
          <Text size="sm">Secret of</Text>
          <When at={connection.secretReplacedAt} size="sm" />
        </Group>
        <ConnectionActions connection={connection} operates={operates} onChange={() => setChanging(true)} />
      </Stack>
    </Card>
  );
}
