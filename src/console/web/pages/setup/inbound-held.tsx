import { Button, Group, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api.ts';
import { Rows } from '../../parts/paged-list.tsx';
import { ErrorNote, Nothing } from '../../parts/told.tsx';
import { When } from '../../parts/when.tsx';
import { inboundKinds, type InboundKind } from './inbound-kinds.ts';
import { useRefreshInbound } from './use-refresh-inbound.ts';

type Held = Schemas['InboundCredentials']['items'][number];

interface HeldProps {
  readonly customerId: string;
  readonly items: readonly Held[];
  readonly allowed: boolean;
}

/** The credentials by name; revoking asks once more. */
export function HeldCredentials({ customerId, items, allowed }: HeldProps) {
  const refresh = useRefreshInbound(customerId);
  const revoke = useMutation({
    mutationFn: (body: { kind: InboundKind; position: number }) =>
      dataOf(
        api.POST('/api/v1/platforms/{customerId}/inbound-credentials/revoke', {
          params: { path: { customerId } },
          body,
        }),
      ),
    onSuccess: refresh,
  });
  if (items.length === 0)
    return (
      <Nothing title="No credential yet">Make one below and paste it into iCIMS; without it no event is taken.</Nothing>
    );
  return (
    <>
      <ErrorNote error={revoke.error} />
      <Rows label="Credentials of iCIMS" head={['Kind', 'Name', 'Which', 'Last event', 'Revoke']}>
        {items.map(({ kind, position, name, lastUsedAt }) => {
          const which = whichOf({ kind, position }, items);
          return (
            <Table.Tr key={`${kind} ${position} of ${items.length}`}>
              <Table.Td>{inboundKinds[kind].label}</Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{which}</Table.Td>
              <Table.Td>{lastUsedAt === null ? 'none seen yet' : <When at={lastUsedAt} size="sm" />}</Table.Td>
              <Table.Td>
                {allowed ? (
                  <Revoke
                    label={`${inboundKinds[kind].label}, ${which}`}
                    waiting={revoke.isPending}
                    onRevoke={() => revoke.mutate({ kind, position })}
                  />
                ) : null}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Rows>
    </>
  );
}

function whichOf({ kind, position }: Pick<Held, 'kind' | 'position'>, items: readonly Held[]): string {
  if (items.filter((one) => one.kind === kind).length === 1) return 'the only one';
  return position === 0 ? 'older: revoke it once iCIMS uses the newer one' : 'newer';
}

function Revoke({ label, waiting, onRevoke }: { label: string; waiting: boolean; onRevoke: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button size="compact-sm" color="red.9" onClick={() => setAsked(true)} aria-label={`Revoke ${label}`}>
        Revoke
      </Button>
    );
  return (
    <Group gap="xs">
      <Text size="sm">iCIMS is refused with it from now on.</Text>
      <Button size="compact-sm" color="red.9" loading={waiting} onClick={onRevoke} aria-label={`Yes, revoke ${label}`}>
        Yes, revoke
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
        Keep
      </Button>
    </Group>
  );
}
