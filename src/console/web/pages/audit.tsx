import { Alert, Button, Code, Group, Table, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type operations } from '../../../contract/generated/admin.ts';
import { api, dataOf, Problem, type Schemas } from '../api.ts';
import { PagedList } from '../parts/paged-list.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ErrorNote, Nothing } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';

interface Filter {
  readonly customerId?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Who did what, when; the chain is checked on demand. */
export function AuditPage() {
  const [typed, setTyped] = useState({ customerId: '', from: '', to: '' });
  const filter = toFilter(typed);
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: value }),
  });
  return (
    <>
      <PageHead title="Audit log">
        <Export filter={filter} />
      </PageHead>
      <Chain />
      <Group mb="md">
        <TextInput label="Platform (customer id)" inputMode="numeric" {...field('customerId')} />
        <TextInput label="From" type="datetime-local" {...field('from')} />
        <TextInput label="Until" type="datetime-local" {...field('to')} />
      </Group>
      <PagedList
        queryKey={['audit', filter]}
        load={(page) => readAudit({ ...filter, ...page })}
        label="Audit entries, oldest first"
        head={['When', 'Who', 'Did what', 'Platform', 'On what']}
        row={(entry) => <EntryRow key={entry.id} entry={entry} />}
        nothing={
          <Nothing title="No entry fits">
            Widen the filter; every change and every look at personal data is kept.
          </Nothing>
        }
      />
    </>
  );
}

/** As JSON, which is what the contract answers unless CSV is asked for. */
async function readAudit(query: NonNullable<operations['listAudit']['parameters']['query']>) {
  const page = await dataOf(api.GET('/api/v1/audit', { params: { query } }));
  if (typeof page === 'string') throw new Problem(200, 'The server answered in a way that was not expected.', '');
  return page;
}

function toFilter({ customerId, from, to }: Record<'customerId' | 'from' | 'to', string>): Filter {
  return {
    ...(/^[0-9]{1,12}$/.test(customerId) ? { customerId } : {}),
    ...timeOf('from', from),
    ...timeOf('to', to),
  };
}

/** Nothing while the field is empty, or holds a date that is still being typed. */
function timeOf(name: 'from' | 'to', typed: string): Filter {
  const time = new Date(typed);
  return Number.isNaN(time.getTime()) || time.getFullYear() > 9999 ? {} : { [name]: time.toISOString() };
}

function EntryRow({ entry }: { entry: Schemas['AuditEntry'] }) {
  return (
    <Table.Tr>
      <Table.Td>
        <When at={entry.at} size="sm" />
      </Table.Td>
      <Table.Td>{entry.actor}</Table.Td>
      <Table.Td>{entry.action}</Table.Td>
      <Table.Td>{entry.customerId}</Table.Td>
      <Table.Td>
        {entry.subject} {Object.keys(entry.detail).length === 0 ? null : <Code>{JSON.stringify(entry.detail)}</Code>}
      </Table.Td>
    </Table.Tr>
  );
}

function Chain() {
  const check = useMutation({
    mutationFn: () => readAudit({ limit: 1, verify: true }),
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

function Export({ filter }: { filter: Filter }) {
  const csv = useMutation({ mutationFn: () => download(filter) });
  return (
    <>
      <Button variant="default" loading={csv.isPending} onClick={() => csv.mutate()}>
        Export CSV
      </Button>
      <ErrorNote error={csv.error} />
    </>
  );
}

/** All pages as one file; the export is audited itself. */
async function download(filter: Filter): Promise<void> {
  const parts: string[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const query = new URLSearchParams({ ...filter, limit: '200', ...(cursor === undefined ? {} : { cursor }) });
    const answer = await fetch(`/api/v1/audit?${query.toString()}`, { headers: { Accept: 'text/csv' } });
    if (!answer.ok) throw new Problem(answer.status, 'The export was refused; nothing was saved.', '');
    const text = await answer.text();
    parts.push(cursor === undefined ? text : text.slice(text.indexOf('\n') + 1));
    cursor = answer.headers.get('X-Next-Cursor');
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
  link.download = 'audit.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
