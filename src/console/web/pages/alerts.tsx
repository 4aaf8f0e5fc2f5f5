import { Badge, Button, Card, Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Rows } from '../parts/paged-list.tsx';
import { ErrorNote, Nothing, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { useMay } from '../session.ts';

type Alert = Schemas['Alert'];
type State = 'open' | 'past';

/** What is wrong now, what was, and what was told of it. */
export function AlertsPage() {
  const [state, setState] = useState<State>('open');
  return (
    <Stack>
      <PageHead title="Alerts">
        <Link to="/alert-settings">Who is told, and from when on</Link>
      </PageHead>
      <SegmentedControl
        aria-label="Which alerts"
        value={state}
        onChange={(value) => setState(value)}
        data={[
          { value: 'open', label: 'Open' },
          { value: 'past', label: 'Past' },
        ]}
        style={{ alignSelf: 'start' }}
      />
      <Alerts state={state} />
      <Notices />
    </Stack>
  );
}

function Alerts({ state }: { state: State }) {
  const { data, error, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['alerts', state],
    queryFn: ({ pageParam }) => {
      const query = { state, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return dataOf(api.GET('/api/v1/alerts', { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 15_000,
  });
  const alerts = data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <ErrorNote error={error} />
      {alerts === undefined && error === null ? <Waiting /> : null}
      {alerts?.length === 0 ? <NoAlert state={state} /> : null}
      {alerts?.map((alert) => (
        <AlertCard key={alert.id} alert={alert} />
      ))}
      {hasNextPage ? (
        <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </>
  );
}

function NoAlert({ state }: { state: State }) {
  if (state === 'past')
    return (
      <Nothing title="No alert is over yet">An alert moves here when its cause has been gone for five minutes.</Nothing>
    );
  return (
    <Nothing title="No alert is open">
      Every platform is looked at once a minute. To see that mail and webhook reach you, send a test from the settings.
    </Nothing>
  );
}

function AlertCard({ alert }: { alert: Alert }) {
  const { customerId, cause, sentence, action, path, since, raisedAt, resolvedAt } = alert;
  return (
    <Card withBorder component="section">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {customerId === null ? 'The whole service' : `Platform ${customerId}`}: {cause}
        </Title>
        <Badge color={resolvedAt === null ? 'red.9' : 'gray.7'} variant="filled">
          {resolvedAt === null ? 'open' : 'over'}
        </Badge>
      </Group>
      <Text mt="xs">{sentence}</Text>
      <Text mb="xs">{action}</Text>
      <Times
        entries={{ Since: since, 'Raised at': raisedAt, ...(resolvedAt === null ? {} : { 'Over at': resolvedAt }) }}
      />
      <Group mt="sm">
        <Link to={path}>Look at it</Link>
        <Acknowledge alert={alert} />
      </Group>
    </Card>
  );
}

function Times({ entries }: { entries: Readonly<Record<string, string>> }) {
  return Object.entries(entries).map(([label, at]) => (
    <Group key={label} gap="xs">
      <Text size="sm">{label}</Text>
      <When at={at} size="sm" />
    </Group>
  ));
}

function Acknowledge({
  alert: { id, customerId, cause, resolvedAt, acknowledgedBy, acknowledgedAt },
}: {
  alert: Alert;
}) {
  const queries = useQueryClient();
  const may = useMay('hires.retry', customerId ?? undefined);
  const acknowledge = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/alerts/{id}/acknowledge', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
  if (acknowledgedBy !== null)
    return (
      <Group gap="xs">
        <Text size="sm">{acknowledgedBy} is on it since</Text>
        <When at={acknowledgedAt} size="sm" />
      </Group>
    );
  if (resolvedAt !== null || !may) return null;
  return (
    <>
      <Button
        variant="default"
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate()}
        aria-label={`I am on it: ${cause}${customerId === null ? '' : ` on platform ${customerId}`}`}
      >
        I am on it
      </Button>
      <ErrorNote error={acknowledge.error} />
    </>
  );
}

/** The newest messages, so that one that did not get through is seen. */
function Notices() {
  const { data, error } = useQuery({
    queryKey: ['notices'],
    queryFn: () => dataOf(api.GET('/api/v1/notices')),
    refetchInterval: 15_000,
  });
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        What was told
      </Title>
      <ErrorNote error={error} />
      {data?.mail === false ? (
        <Text mb="xs">
          No mail server is configured, so nobody gets mail. An operator sets SMTP_URL and ALERT_FROM.
        </Text>
      ) : null}
      {data?.items.length === 0 ? <Text>Nothing was told yet.</Text> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <Rows label="What was told" head={['Made', 'What', 'By', 'To', 'Became']}>
          {data.items.map((notice) => (
            <Table.Tr key={notice.id}>
              <Table.Td>
                <When at={notice.madeAt} size="sm" />
              </Table.Td>
              <Table.Td>{notice.title}</Table.Td>
              <Table.Td>{notice.channel}</Table.Td>
              <Table.Td>{notice.to ?? (notice.channel === 'email' ? 'an operator' : 'the webhook')}</Table.Td>
              <Table.Td>{became(notice)}</Table.Td>
            </Table.Tr>
          ))}
        </Rows>
      )}
    </section>
  );
}

function became({ state, code, attempts }: Schemas['Notice']): string {
  if (state === 'sent') return 'sent';
  if (state === 'failed') return `given up: ${String(code)}`;
  return attempts === 0
    ? 'on its way'
    : `is tried again after ${attempts} ${attempts === 1 ? 'try' : 'tries'}: ${String(code)}`;
}
