import { Button, Card, Code, CopyButton, Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { inboundKinds, type InboundKind } from './inbound-kinds.ts';
import { useRefreshInbound } from './use-refresh-inbound.ts';

interface MakeProps {
  readonly customerId: string;
  readonly items: readonly { readonly kind: InboundKind }[];
}

/** Makes the first credential of a kind, or a second one that takes the place of the first without a gap. */
export function MakeCredential({ customerId, items }: MakeProps) {
  const [kind, setKind] = useState<InboundKind>('oauth2');
  const refresh = useRefreshInbound(customerId);
  const make = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/platforms/{customerId}/inbound-credentials', {
          params: { path: { customerId } },
          body: { kind },
        }),
      ),
    onSuccess: refresh,
  });
  const held = items.filter((one) => one.kind === kind).length;
  return (
    <Card withBorder component="section">
      <Title order={3} size="h4" mb="sm">
        {held === 0 ? 'Make a credential' : 'Change the secret'}
      </Title>
      <Group align="end">
        <NativeSelect
          label="Kind"
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as InboundKind)}
          data={Object.entries(inboundKinds).map(([value, { label }]) => ({ value, label }))}
        />
        <Button color="teal.9" disabled={held > 1} loading={make.isPending} onClick={() => make.mutate()}>
          {held === 0 ? 'Make it' : 'Make a second one'}
        </Button>
      </Group>
      <Text size="sm" mt="xs">
        {held > 1 ? 'There are two already: revoke the one that iCIMS no longer uses.' : null}
        {held === 1 ? 'Both work until you revoke the older one, so nothing is lost while iCIMS is changed.' : null}
      </Text>
      <ErrorNote error={make.error} />
      {make.data === undefined ? null : <Made made={make.data} />}
    </Card>
  );
}

function Made({ made }: { made: Schemas['NewInboundCredential'] }) {
  const { nameLabel, secretLabel } = inboundKinds[made.kind];
  const values = [
    { label: 'URL of the event notification', value: made.eventsUrl },
    ...(made.kind === 'oauth2' ? [{ label: 'Access token URL', value: made.tokenUrl }] : []),
    { label: nameLabel, value: made.name },
    { label: `${secretLabel}, shown this once`, value: made.secret },
  ];
  return (
    <Stack gap="xs" mt="sm" role="status">
      <List type="ordered" size="sm">
        <List.Item>
          In iCIMS, open the page Event Notifications as an administrator (or ask iCIMS Support to).
        </List.Item>
        <List.Item>Choose the event Workflow Status Update, and these values:</List.Item>
      </List>
      {values.map(({ label, value }) => (
        <Group key={label} gap="xs" align="center">
          <Text size="sm" fw={600}>
            {label}
          </Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" onClick={copy} aria-label={`Copy ${label}`}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </Group>
      ))}
      <Text size="sm">
        Save it in iCIMS before you leave this page: the secret is kept encrypted and never shown again.
      </Text>
    </Stack>
  );
}
