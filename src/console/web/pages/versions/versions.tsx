import { Button, Group, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Rows } from '../../parts/paged-list.tsx';
import { ErrorNote, Nothing, Waiting } from '../../parts/told.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session.ts';
import { Differences } from './differences.tsx';
import { Exchange } from './exchange.tsx';
import { Revert } from './revert.tsx';

type Version = Schemas['PlatformVersion'];

/** Every version of a platform document: who changed what, going back, taking it elsewhere. */
export function VersionsPage() {
  const customerId = useParams({ strict: false, select: ({ customerId: id }: { customerId?: string }) => id ?? '' });
  const { data, error } = useQuery({
    queryKey: ['platform-versions', customerId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/platforms/{customerId}/versions', {
          params: { path: { customerId }, query: { limit: 200 } },
        }),
      ),
  });
  return (
    <Stack>
      <PageHead title={`Versions of platform ${customerId}`}>
        <Link to="/platforms/$customerId/setup" params={{ customerId }} search={{}}>
          Set-up
        </Link>
      </PageHead>
      <ErrorNote error={error} />
      {data === undefined ? error === null && <Waiting /> : <Versions customerId={customerId} items={data.items} />}
      <Exchange customerId={customerId} />
    </Stack>
  );
}

function Versions({ customerId, items }: { customerId: string; items: readonly Version[] }) {
  const allowed = useMay('platforms.write', customerId);
  const [newest] = items;
  if (newest === undefined)
    return <Nothing title="No version is kept yet">Every change from now on is kept here, with who made it.</Nothing>;
  return (
    <>
      <Rows label="Versions" head={['Version', 'When', 'Who', 'What', 'Go back']}>
        {items.map(({ version, at, actor, action }) => (
          <Table.Tr key={version}>
            <Table.Td>{version}</Table.Td>
            <Table.Td>
              <When at={at} size="sm" />
            </Table.Td>
            <Table.Td>{actor}</Table.Td>
            <Table.Td>{action}</Table.Td>
            <Table.Td>
              {version === newest.version ? 'as it is now' : null}
              {allowed && version !== newest.version ? (
                <Revert customerId={customerId} version={version} present={newest.version} />
              ) : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Rows>
      {items.length > 1 ? <Compare customerId={customerId} items={items} /> : null}
    </>
  );
}

function Compare({ customerId, items }: { customerId: string; items: readonly Version[] }) {
  const numbers = items.map(({ version }) => String(version));
  const [from, setFrom] = useState(numbers[1] ?? '1');
  const [to, setTo] = useState(numbers[0] ?? '1');
  const [asked, setAsked] = useState<{ from: number; to: number }>();
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        Compare two versions
      </Title>
      <Group align="end">
        <NativeSelect
          label="From"
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          data={numbers}
        />
        <NativeSelect
          label="To"
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          data={numbers}
        />
        <Button variant="default" onClick={() => setAsked({ from: Number(from), to: Number(to) })}>
          Show the difference
        </Button>
      </Group>
      {asked === undefined ? (
        <Text size="sm">A secret that differs reads as changed; its values are shown to nobody.</Text>
      ) : (
        <Compared customerId={customerId} {...asked} />
      )}
    </Stack>
  );
}

function Compared({ customerId, from, to }: { customerId: string; from: number; to: number }) {
  const { data, error } = useQuery({
    queryKey: ['platform-difference', customerId, from, to],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/platforms/{customerId}/difference', { params: { path: { customerId }, query: { from, to } } }),
      ),
  });
  if (data === undefined) return error === null ? <Waiting /> : <ErrorNote error={error} />;
  return <Differences items={data.items} />;
}
