import { Group, Table } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { ChoiceFilter } from '../parts/choice-filter.tsx';
import { Link } from '../parts/link.tsx';
import { PagedList } from '../parts/paged-list.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Nothing } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { FindHires, type Sought } from './find-hires.tsx';

type State = Schemas['HireState'];
type MaybeNamed = Schemas['Hire'] & { personName?: string | null };
interface FoundPage {
  readonly items: MaybeNamed[];
  readonly next: string | null;
}
const states: readonly State[] = ['accepted', 'opened', 'delivered', 'parked', 'withdrawn'];

/** Every hire that was accepted, newest first. */
export function HiresPage() {
  const [state, setState] = useState<State | ''>('');
  const [sought, setSought] = useState<Sought>();
  return (
    <>
      <PageHead title="Hires" />
      <Group mb="md" align="end">
        <FindHires onSought={setSought} />
        <ChoiceFilter label="State" choices={states} value={state} onChange={setState} />
      </Group>
      <PagedList
        queryKey={['hires', sought, state]}
        load={(page) => load(sought, { ...(state === '' ? {} : { state }), ...page })}
        {...(sought?.by === 'name' ? {} : { refreshMs: 5_000 })}
        label="Hires"
        head={['Hire', 'Category', 'State', 'Accepted', 'Complete']}
        row={(hire) => <HireRow key={hire.id} hire={hire} />}
        nothing={
          <Nothing title="No hire here">
            {sought?.by === 'name' ? 'Names are sought by whole words; try the family name alone. ' : ''}A hire appears
            when a candidate is moved to a trigger status in iCIMS. What was refused or ignored is under Events, with
            the reason.
          </Nothing>
        }
      />
    </>
  );
}

/** A name goes in a body, so that it stands in no address; each such search is audited, so it is not repeated by itself. */
async function load(sought: Sought | undefined, page: { state?: State; cursor?: string }): Promise<FoundPage> {
  if (sought?.by === 'name') {
    const { name, customerId } = sought;
    return dataOf(api.POST('/api/v1/hires/search', { body: { name, customerId, ...page } }));
  }
  const query = { ...page, ...(sought === undefined ? {} : { [sought.by]: sought.id }) };
  return dataOf(api.GET('/api/v1/hires', { params: { query } }));
}

function HireRow({ hire }: { hire: MaybeNamed }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="/hires/$id" params={{ id: hire.id }}>
          Workflow {hire.workflowId}
        </Link>
        {hire.personName === undefined || hire.personName === null ? '' : `, ${hire.personName}`}
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
