import { Code, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api.ts';
import { Masked, MASK, textOf } from '../parts/fields.tsx';
import { Rows } from '../parts/paged-list.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { ErrorNote, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';

type Story = Schemas['HireStory'];
type Trace = NonNullable<Story['trace']>;

/** What iCIMS sent. */
export function EventOfHire({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['event', id],
    queryFn: () => dataOf(api.GET('/api/v1/events/{id}', { params: { path: { id } } })),
  });
  if (data === undefined) return error === null ? <Waiting /> : <ErrorNote error={error} />;
  return (
    <Text size="sm">
      {data.eventType}: status {data.oldStatus ?? 'unknown'} → {data.newStatus ?? 'unknown'}, received{' '}
      <When at={data.receivedAt} size="sm" span />. Reference {data.id}.
    </Text>
  );
}

/** What was read from iCIMS, and what each field was made of. */
export function TraceOfHire({ hire: { trace, id, fields } }: { hire: Story }) {
  if (trace === null)
    return (
      <Text size="sm">
        {fields === null
          ? 'The platform was deleted, and with it the key to this data.'
          : 'This hire was accepted before its reading was kept.'}
      </Text>
    );
  return (
    <>
      <Text size="sm" mb="xs">
        Read <When at={trace.readAt} size="sm" span />. What iCIMS held nothing for is not shown.
      </Text>
      <Reads reads={trace.reads} />
      <Rows label="How each field was mapped" head={['Field', 'From iCIMS', 'As read', 'Outcome']}>
        {trace.steps.map((step) => (
          <StepRow key={step.key} step={step} hireId={id} />
        ))}
      </Rows>
    </>
  );
}

function Reads({ reads }: { reads: Trace['reads'] }) {
  return (
    <Rows label="What was read" head={['Profile', 'Fields asked for']}>
      {reads.map(({ profile, id, fields }) => (
        <Table.Tr key={`${profile} ${id}`}>
          <Table.Td>
            {profile} {id}
          </Table.Td>
          <Table.Td>{fields.join(', ')}</Table.Td>
        </Table.Tr>
      ))}
    </Rows>
  );
}

function StepRow({
  step: { key, from, read, byTable, outcome },
  hireId,
}: {
  step: Trace['steps'][number];
  hireId: string;
}) {
  const isMasked = read.length > 0 && read.every((value) => value === MASK);
  return (
    <Table.Tr>
      <Table.Td>{key}</Table.Td>
      <Table.Td>
        {from}
        {byTable ? ', by the value table' : ''}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {isMasked ? <Masked hireId={hireId} field={key} show="read" /> : <Code>{textOf(read)}</Code>}
      </Table.Td>
      <Table.Td>
        <StateBadge state={outcome} />
      </Table.Td>
    </Table.Tr>
  );
}
