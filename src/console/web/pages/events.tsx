import { Group, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { ChoiceFilter } from '../parts/choice-filter.tsx';
import { Link } from '../parts/link.tsx';
import { PagedList } from '../parts/paged-list.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Nothing } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';

type Outcome = Schemas['EventOutcome'];
const outcomes: readonly Outcome[] = ['accepted', 'ignored', 'refused', 'failed'];

/** Every notification of iCIMS, with what became of it. */
export function EventsPage() {
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [workflowId, setWorkflowId] = useState('');
  const isId = /^[0-9]{1,20}$/.test(workflowId);
  const query = { ...(outcome === '' ? {} : { outcome }), ...(isId ? { workflowId } : {}) };
  return (
    <>
      <PageHead title="Events" />
      <Group mb="md">
        <TextInput
          label="iCIMS workflow id"
          inputMode="numeric"
          type="search"
          value={workflowId}
          error={workflowId === '' || isId ? undefined : 'Only digits'}
          onChange={({ currentTarget }) => setWorkflowId(currentTarget.value)}
        />
        <ChoiceFilter label="Outcome" choices={outcomes} value={outcome} onChange={setOutcome} />
      </Group>
      <PagedList
        queryKey={['events', query]}
        load={(page) => dataOf(api.GET('/api/v1/events', { params: { query: { ...query, ...page } } }))}
        refreshMs={5_000}
        label="Events"
        head={['Received', 'Workflow', 'New status', 'Outcome', 'Why']}
        row={(event) => <EventRow key={event.id} event={event} />}
        nothing={
          <Nothing title="No event yet">
            In iCIMS, on the Event Notifications page, name this connector and the event “Workflow Status Update”.
          </Nothing>
        }
      />
    </>
  );
}

function EventRow({ event }: { event: Schemas['Event'] }) {
  return (
    <Table.Tr>
      <Table.Td>
        <When at={event.receivedAt} size="sm" />
      </Table.Td>
      <Table.Td>
        {event.hireId === null ? (
          (event.workflowId ?? 'none')
        ) : (
          <Link to="/hires/$id" params={{ id: event.hireId }}>
            {event.workflowId}
          </Link>
        )}
      </Table.Td>
      <Table.Td>{event.newStatus}</Table.Td>
      <Table.Td>
        <StateBadge state={event.outcome} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {event.code === null ? '' : `${event.code}: `}
          {event.reason}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
