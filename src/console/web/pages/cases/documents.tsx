import { Card, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';
import { Rows } from '../../parts/paged-list.tsx';
import { ErrorNote } from '../../parts/told.tsx';
import { movesFrom } from '../../parts/use-move-case.ts';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session.ts';

type Case = Schemas['Case'];
type Document = Case['documents'][number];
type State = Schemas['CaseDocumentState'];

const labels = {
  'to-come': 'to come',
  received: 'received',
  'not-needed': 'not needed',
} as const satisfies Record<State, string>;
const choices = Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What the team of the case will ask for, and what of it came. */
export function CaseDocuments({ theCase }: { theCase: Case }) {
  const { documents, id, state, customerId } = theCase;
  const mayMark = useMay('documents.write', customerId) && movesFrom[state].length > 0;
  const open = documents.filter((document) => document.state === 'to-come').length;
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: (wish: { document: string; state: State }) => {
      const path = { id, document: wish.document };
      const body = { state: wish.state };
      return dataOf(api.PUT('/api/v1/cases/{id}/documents/{document}', { params: { path }, body }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case'] }),
  });
  return (
    <Card withBorder component="section">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Documents
        </Title>
        <Text size="sm">
          {open === 0 ? 'Nothing is left to come.' : `${open} of ${documents.length} to come.`} Only whether they came
          is kept here: the files go to whoever files the petition. What the worker shows for Form I-9 is none of them,
          and is the worker&apos;s own choice.
        </Text>
        <ErrorNote error={mark.error} />
        <Rows label="Documents" head={['Document', 'From', 'State', 'Since', 'By']}>
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              onMark={mayMark ? (next) => mark.mutate({ document: document.id, state: next }) : undefined}
            />
          ))}
        </Rows>
      </Stack>
    </Card>
  );
}

interface DocumentProps {
  readonly document: Document;
  readonly onMark: ((state: State) => void) | undefined;
}

function DocumentRow({ document: { label, from, state, changedAt, changedBy }, onMark }: DocumentProps) {
  return (
    <Table.Tr>
      <Table.Td>{label}</Table.Td>
      <Table.Td>{from}</Table.Td>
      <Table.Td>
        {onMark === undefined ? (
          labels[state]
        ) : (
          <NativeSelect
            size="xs"
            aria-label={`State of ${label}`}
            value={state}
            data={choices}
            onChange={({ currentTarget }) => onMark(currentTarget.value as State)}
          />
        )}
      </Table.Td>
      <Table.Td>{changedAt === null ? null : <When at={changedAt} size="sm" />}</Table.Td>
      <Table.Td>{changedBy}</Table.Td>
    </Table.Tr>
  );
}
