import { Alert, Anchor, Button, Code, Group, Table } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { PagedList } from '../parts/paged-list.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ErrorNote, Nothing } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { isAuditAction } from './audit/actions.ts';
import { AuditExport } from './audit/export.tsx';
import { AuditFilterBar, type AuditFilter } from './audit/filter-bar.tsx';

/** Who did what, when; the chain is checked on demand. */
export function AuditPage() {
  const [filter, setFilter] = useState<AuditFilter>({});
  const narrow = (more: AuditFilter) => setFilter({ ...filter, ...more });
  return (
    <>
      <PageHead title="Audit log">
        <AuditExport filter={filter} />
      </PageHead>
      <Chain />
      <AuditFilterBar key={JSON.stringify(filter)} filter={filter} onFilter={setFilter} />
      <PagedList
        queryKey={['audit', filter]}
        load={(page) => dataOf(api.POST('/api/v1/audit/search', { body: { filter, ...page } }))}
        label="Audit entries, newest first"
        head={['When', 'Who', 'Did what', 'Platform', 'On what']}
        row={(entry) => <EntryRow key={entry.id} entry={entry} onNarrow={narrow} />}
        nothing={
          <Nothing title="No entry fits">
            Widen the filter, or clear it; every change and every look at personal data is kept.
          </Nothing>
        }
      />
    </>
  );
}

interface EntryProps {
  readonly entry: Schemas['AuditEntry'];
  readonly onNarrow: (more: AuditFilter) => void;
}

function EntryRow({ entry, onNarrow }: EntryProps) {
  const { at, actor, action, customerId, subject, detail } = entry;
  return (
    <Table.Tr>
      <Table.Td>
        <When at={at} size="sm" />
      </Table.Td>
      <Table.Td>
        <Only value={actor} onPick={() => onNarrow({ actor })} />
      </Table.Td>
      <Table.Td>
        <Only value={action} onPick={() => onNarrow(isAuditAction(action) ? { action } : {})} />
      </Table.Td>
      <Table.Td>
        {customerId === null ? null : <Only value={customerId} onPick={() => onNarrow({ customerId })} />}
      </Table.Td>
      <Table.Td>
        {subject === null ? null : <Only value={subject} onPick={() => onNarrow({ subject })} />}{' '}
        {Object.keys(detail).length === 0 ? null : <Code>{JSON.stringify(detail)}</Code>}
      </Table.Td>
    </Table.Tr>
  );
}

/** A value of an entry that narrows the list to entries with the same. */
function Only({ value, onPick }: { value: string; onPick: () => void }) {
  return (
    <Anchor component="button" type="button" size="sm" ta="left" onClick={onPick} title={`Only entries with ${value}`}>
      {value}
    </Anchor>
  );
}

function Chain() {
  const check = useMutation({
    mutationFn: () => dataOf(api.GET('/api/v1/audit', { params: { query: { limit: 1, verify: true } } })),
  });
  const chain = check.data?.chain;
  return (
    <Group mb="md" role="status">
      <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        Verify the chain
      </Button>
      <ErrorNote error={check.error} />
      {chain === undefined ? null : (
        <Alert color={chain.intact ? 'teal' : 'red'} variant="outline" p="xs">
          {chain.intact
            ? `Intact: ${chain.sealed} entries were re-computed.`
            : `Broken at entry ${chain.brokenAt ?? ''}: somebody changed the log.`}
        </Alert>
      )}
    </Group>
  );
}
