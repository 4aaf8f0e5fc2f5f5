import { Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';
import { Rows } from '../../parts/paged-list.tsx';
import { ErrorNote } from '../../parts/told.tsx';
import { When } from '../../parts/when.tsx';

type OwnSession = Schemas['OwnSession'];

/** Where one is signed in, and ending that. */
export function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const { end, endOthers } = useEnding();
  return (
    <Card withBorder component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          Where you are signed in
        </Title>
        {sessions.length > 1 ? (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            Sign out everywhere else
          </Button>
        ) : null}
      </Group>
      <ErrorNote error={end.error ?? endOthers.error} />
      {sessions.length > 1 ? null : <Text size="sm">Only here.</Text>}
      <Rows label="Your sessions" head={['Signed in', 'Last used', 'By', 'What to do']}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
        ))}
      </Rows>
    </Card>
  );
}

function SessionRow({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const { startedAt, usedAt, signOn, current } = session;
  return (
    <Table.Tr>
      <Table.Td>
        <When at={startedAt} size="sm" />
      </Table.Td>
      <Table.Td>
        <When at={usedAt} size="sm" />
      </Table.Td>
      <Table.Td>{signOn === null ? 'password' : `single sign-on of ${signOn}`}</Table.Td>
      <Table.Td>
        {current ? (
          'This session'
        ) : (
          <Button size="compact-sm" variant="default" onClick={onEnd} aria-label={`End the session of ${startedAt}`}>
            End
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function useEnding() {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: ['own-sessions'] });
  const end = useMutation({
    mutationFn: (id: string) => dataOf(api.DELETE('/api/v1/account/sessions/{id}', { params: { path: { id } } })),
    onSettled,
  });
  const endOthers = useMutation({ mutationFn: () => dataOf(api.DELETE('/api/v1/account/sessions')), onSettled });
  return { end, endOthers };
}
