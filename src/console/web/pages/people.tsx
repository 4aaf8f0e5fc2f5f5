import { Button, Card, Checkbox, Code, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { PageHead } from '../parts/page-head.tsx';
import { Rows } from '../parts/paged-list.tsx';
import { ErrorNote, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { useMay } from '../session.ts';
import { PersonRow, roles } from './person-row.tsx';

/** Who may sign in, and inviting somebody. */
export function PeoplePage() {
  const { data, error } = useQuery({ queryKey: ['people'], queryFn: () => dataOf(api.GET('/api/v1/people')) });
  return (
    <Stack>
      <PageHead title="People" />
      <InviteForm />
      <ErrorNote error={error} />
      {data === undefined ? error === null && <Waiting /> : <PeopleRows people={data.items} />}
    </Stack>
  );
}

function PeopleRows({ people }: { people: readonly Schemas['Person'][] }) {
  return (
    <Rows label="People" head={['Name', 'E-mail', 'Roles', 'Since', 'What to do']}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
    </Rows>
  );
}

function InviteForm() {
  const [email, setEmail] = useState('');
  const [customerId, setCustomerId] = useState('');
  const [role, setRole] = useState<Schemas['Role']>('hr');
  const [operator, setOperator] = useState(false);
  const mayMakeOperators = useMay('platforms.delete');
  const invite = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/invitations', { body: { email, operator, roles: operator ? [] : [{ customerId, role }] } }),
      ),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        Invite somebody
      </Title>
      <form onSubmit={submit}>
        <Group align="end">
          <TextInput
            label="E-mail address"
            type="email"
            required
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <TextInput
            label="Platform (customer id)"
            inputMode="numeric"
            pattern="[0-9]{1,12}"
            required={!operator}
            disabled={operator}
            value={customerId}
            onChange={({ currentTarget }) => setCustomerId(currentTarget.value)}
          />
          <NativeSelect
            label="Role"
            disabled={operator}
            value={role}
            onChange={({ currentTarget }) => setRole(currentTarget.value as Schemas['Role'])}
            data={roles}
          />
          {mayMakeOperators ? (
            <Checkbox
              label="Partner operator"
              checked={operator}
              onChange={({ currentTarget }) => setOperator(currentTarget.checked)}
            />
          ) : null}
          <Button type="submit" color="teal.9" loading={invite.isPending}>
            Make a link
          </Button>
        </Group>
      </form>
      <ErrorNote error={invite.error} />
      {invite.data === undefined ? null : <Invited {...invite.data} />}
    </Card>
  );
}

function Invited({ url, expiresAt }: { url: string; expiresAt: string }) {
  return (
    <Stack gap="xs" mt="sm" role="status">
      <Text size="sm">Send this link to the person. It works once, and is not shown again.</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {url}
      </Code>
      <Group gap="xs">
        <Text size="sm">It ends</Text>
        <When at={expiresAt} size="sm" />
      </Group>
    </Stack>
  );
}
