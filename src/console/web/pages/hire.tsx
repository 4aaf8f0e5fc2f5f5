import { Alert, Button, Card, Group, SimpleGrid, Stack, Table, Text, Timeline, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { Fields } from '../parts/fields.tsx';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Rows } from '../parts/paged-list.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { ErrorNote, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { useMay } from '../session.ts';
import { EventOfHire, TraceOfHire } from './hire-trace.tsx';

type Story = Schemas['HireStory'];

/** The whole story of one hire. */
export function HirePage({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['hire', id],
    queryFn: () => dataOf(api.GET('/api/v1/hires/{id}', { params: { path: { id } } })),
    // Only while something is still to come: every look at a hire is audited.
    refetchInterval: ({ state }) => (state.data?.nextAttemptAt ? 3_000 : false),
  });
  const readsEvents = useMay('events.read', data?.customerId);
  if (data === undefined) return error === null ? <Waiting /> : <ErrorNote error={error} />;
  return (
    <Stack>
      <PageHead title={`Hire of workflow ${data.workflowId}`}>
        <StateBadge state={data.state} />
        <Retry hire={data} />
      </PageHead>
      <ErrorNote error={error} />
      <ParkNote hire={data} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Panel title="What happened">
          <Happened hire={data} />
        </Panel>
        <Panel title="What it is">
          <Facts hire={data} />
        </Panel>
      </SimpleGrid>
      <Panel title="Attempts">
        <Attempts attempts={data.attemptLog} />
      </Panel>
      {readsEvents ? (
        <Panel title="The event">
          <EventOfHire id={data.eventId} />
        </Panel>
      ) : null}
      <Panel title="What was read, and how it was mapped">
        <TraceOfHire hire={data} />
      </Panel>
      <Panel title="Data from iCIMS">
        <Text size="sm" c="dimmed" mb="xs">
          {data.completeness.present} of {data.completeness.needed} fields for filing are here.
          {data.completeness.missing.length > 0 ? ` Still missing: ${data.completeness.missing.join(', ')}.` : ''}
        </Text>
        <Fields fields={data.fields} hireId={data.id} />
      </Panel>
    </Stack>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  );
}

function ParkNote({ hire: { reason } }: { hire: Story }) {
  if (reason === null) return null;
  return (
    <Alert color="red" variant="outline" title={`Parked: ${reason.code}`}>
      {reason.sentence}
    </Alert>
  );
}

function Retry({ hire }: { hire: Story }) {
  const queries = useQueryClient();
  const allowed = useMay('hires.retry', hire.customerId);
  const retry = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/hires/{id}/retry', { params: { path: { id: hire.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['hire', hire.id] }),
  });
  if (hire.state !== 'parked' || !allowed) return null;
  return (
    <Group>
      <Button color="teal.9" loading={retry.isPending} onClick={() => retry.mutate()}>
        Retry now
      </Button>
      <ErrorNote error={retry.error} />
    </Group>
  );
}

function Happened({ hire }: { hire: Story }) {
  const steps = [
    ['Accepted, and iCIMS was told so', hire.acceptedAt],
    ['Case opened', hire.openedAt],
    ['Written back to iCIMS', hire.deliveredAt],
  ] as const;
  return (
    <Timeline active={steps.filter(([, at]) => at !== null).length - 1} color="teal.9" bulletSize={18}>
      {steps.map(([title, at]) => (
        <Timeline.Item key={title} title={title}>
          <When at={at} size="sm" />
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function Facts({ hire }: { hire: Story }) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Reference', hire.id],
    ['Platform', hire.customerId],
    ['Person, job in iCIMS', `${hire.personId}, ${hire.jobId ?? 'no job'}`],
    ['Package', `${hire.packageId} (${hire.visaCategory})`],
    ['Event', hire.eventId],
    [
      'Case',
      hire.caseId === null ? (
        'not yet'
      ) : (
        <Link key="case" to="/cases/$id" params={{ id: hire.caseId }}>
          {hire.caseId}
        </Link>
      ),
    ],
    ['Next attempt', <When key="next" at={hire.nextAttemptAt} size="sm" />],
  ];
  return (
    <Table aria-label="Facts">
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Attempts({ attempts }: { attempts: Story['attemptLog'] }) {
  if (attempts.length === 0) return <Text>None yet.</Text>;
  return (
    <Rows label="Attempts" head={['When', 'Step', 'Outcome', 'Took', 'Calls', 'What was said']}>
      {attempts.map(({ at, step, outcome, milliseconds, calls, sentence }) => (
        <Table.Tr key={`${at} ${step}`}>
          <Table.Td>
            <When at={at} size="sm" />
          </Table.Td>
          <Table.Td>{step}</Table.Td>
          <Table.Td>
            <StateBadge state={outcome} />
          </Table.Td>
          <Table.Td>{milliseconds} ms</Table.Td>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>
            {calls.map((call, at) => (
              <Text size="sm" key={at}>
                {call.method} {call.host}
                {call.path} → {call.status === 0 ? 'no answer' : call.status}, {call.milliseconds} ms
              </Text>
            ))}
          </Table.Td>
          <Table.Td>{sentence}</Table.Td>
        </Table.Tr>
      ))}
    </Rows>
  );
}
