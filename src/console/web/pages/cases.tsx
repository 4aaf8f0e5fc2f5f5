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
import { WriteBackBadge } from '../parts/write-back-badge.tsx';

type State = Schemas['CaseState'];
const states: readonly State[] = ['open', 'in-progress', 'completed', 'failed', 'withdrawn'];

/** Cases of the built-in case system. */
export function CasesPage() {
  const [state, setState] = useState<State | ''>('');
  const query = state === '' ? {} : { state };
  return (
    <>
      <PageHead title="Cases">
        <Link to="/cases/board">As a board</Link>
      </PageHead>
      <Group mb="md">
        <ChoiceFilter label="State" choices={states} value={state} onChange={setState} />
      </Group>
      <PagedList
        queryKey={['cases', query]}
        load={(page) => dataOf(api.GET('/api/v1/cases', { params: { query: { ...query, ...page } } }))}
        label="Cases"
        head={['Case', 'Platform', 'Category', 'State', 'iCIMS', 'Opened']}
        row={(one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Link to="/cases/$id" params={{ id: one.number }}>
                {one.number}
              </Link>
            </Table.Td>
            <Table.Td>{one.customerId}</Table.Td>
            <Table.Td>{one.visaCategory}</Table.Td>
            <Table.Td>
              <StateBadge state={one.state} />
            </Table.Td>
            <Table.Td>
              <WriteBackBadge writeBack={one.writeBack} />
            </Table.Td>
            <Table.Td>
              <When at={one.openedAt} size="sm" />
            </Table.Td>
          </Table.Tr>
        )}
        nothing={
          <Nothing title="No case here">
            A case opens by itself for every accepted hire of a platform that uses the built-in case system.
          </Nothing>
        }
      />
    </>
  );
}
