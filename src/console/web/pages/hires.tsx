import { Button, Group, Table, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { ChoiceFilter } from '../parts/choice-filter.tsx';
import { Link } from '../parts/link.tsx';
import { PagedList } from '../parts/paged-list.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Nothing } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';

type State = Schemas['HireState'];
const states: readonly State[] = ['accepted', 'opened', 'delivered', 'parked', 'withdrawn'];

/** Every hire that was accepted, newest first. */
export function HiresPage() {
  const [state, setState] = useState<State | ''>('');
  const [workflowId, setWorkflowId] = useState('');
  const query = { ...(state === '' ? {} : { state }), ...(workflowId === '' ? {} : { workflowId }) };
  return (
    <>
      <PageHead title="Hires" />
      <Group mb="md" align="end">
        <Search onWorkflow={setWorkflowId} />
        <ChoiceFilter label="State" choices={states} value={state} onChange={setState} />
      </Group>
      <PagedList
        queryKey={['hires', query]}
        load={(page) => dataOf(api.GET('/api/v1/hires', { params: { query: { ...query, ...page } } }))}
        refreshMs={5_000}
        label="Hires"
        head={['Hire', 'Category', 'State', 'Accepted', 'Complete']}
        row={(hire) => <HireRow key={hire.id} hire={hire} />}
        nothing={
          <Nothing title="No hire here">
            A hire appears when a candidate is moved to a trigger status in iCIMS. What was refused or ignored is under
            Events, with the reason.
          </Nothing>
        }
      />
    </>
  );
}

function HireRow({ hire }: { hire: Schemas['Hire'] }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="/hires/$id" params={{ id: hire.id }}>
          Workflow {hire.workflowId}
        </Link>
      </Table.Td>
      <Table.Td>{hire.visaCategory}</Table.Td>
      <Table.Td>
        <StateBadge state={hire.state} />
      </Table.Td>
      <Table.Td>
        <When at={hire.acceptedAt} size="sm" />
      </Table.Td>
      <Table.Td>
        {hire.completeness.present} of {hire.completeness.needed}
      </Table.Td>
    </Table.Tr>
  );
}

/** By reference, case number or iCIMS workflow id, whichever was typed. */
function Search({ onWorkflow }: { onWorkflow: (id: string) => void }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const navigate = useNavigate();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const sought = typed.trim();
    setProblem(undefined);
    if (/^[0-9a-f-]{36}$/.test(sought)) void navigate({ to: '/hires/$id', params: { id: sought } });
    else if (/^IMM-[0-9]{6,12}$/i.test(sought))
      void navigate({ to: '/cases/$id', params: { id: sought.toUpperCase() } });
    else if (/^[0-9]{0,20}$/.test(sought)) onWorkflow(sought);
    else setProblem('A reference, a case number (IMM-…) or an iCIMS workflow id');
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="xs">
        <TextInput
          label="Reference, case number or workflow id"
          type="search"
          value={typed}
          error={problem}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" variant="default">
          Find
        </Button>
      </Group>
    </form>
  );
}
