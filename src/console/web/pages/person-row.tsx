import { Button, Group, NativeSelect, Stack, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api.ts';
import { ErrorNote } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { useMay } from '../session.ts';

type Person = Schemas['Person'];
export const roles: Schemas['Role'][] = ['admin', 'hr', 'mobility', 'legal', 'finance', 'auditor'];

/** Somebody, with what may be changed of them. */
export function PersonRow({ person }: { person: Person }) {
  const { id, name, email, operator, disabled, createdAt } = person;
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (body: Schemas['PersonChange']) =>
      dataOf(api.PUT('/api/v1/people/{id}', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {disabled ? ' (disabled)' : ''}
      </Table.Td>
      <Table.Td>{email}</Table.Td>
      <Table.Td>
        {operator ? 'partner operator' : <Roles person={person} onChange={(held) => change.mutate({ roles: held })} />}
      </Table.Td>
      <Table.Td>
        <When at={createdAt} size="sm" />
      </Table.Td>
      <Table.Td>
        <Actions person={person} onChange={change.mutate} isPending={change.isPending} />
        <ErrorNote error={change.error} />
      </Table.Td>
    </Table.Tr>
  );
}

interface RolesProps {
  readonly person: Person;
  readonly onChange: (held: Person['roles']) => void;
}

/** One choice for each role; "none" takes it away. */
function Roles({ person: { name, roles: held }, onChange }: RolesProps) {
  const choose = (at: number, chosen: string): void =>
    onChange(
      held.flatMap((one, index) => {
        if (index !== at) return [one];
        return chosen === 'none' ? [] : [{ ...one, role: chosen as Schemas['Role'] }];
      }),
    );
  return (
    <Stack gap={4}>
      {held.map(({ customerId, role }, at) => (
        <Group key={`${customerId} ${role}`} gap="xs">
          {customerId}
          <NativeSelect
            size="xs"
            aria-label={`Role of ${name} on platform ${customerId}`}
            value={role}
            data={['none', ...roles]}
            onChange={({ currentTarget }) => choose(at, currentTarget.value)}
          />
        </Group>
      ))}
    </Stack>
  );
}

interface ActionsProps {
  readonly person: Person;
  readonly onChange: (change: Schemas['PersonChange']) => void;
  readonly isPending: boolean;
}

function Actions({ person: { name, disabled }, onChange, isPending }: ActionsProps) {
  const isOperator = useMay('platforms.delete');
  if (!isOperator) return null;
  const toggle = disabled ? 'Enable' : 'Disable';
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="default"
        loading={isPending}
        aria-label={`End the sessions of ${name}`}
        onClick={() => onChange({ endSessions: true })}
      >
        End sessions
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={isPending}
        aria-label={`${toggle} ${name}`}
        onClick={() => onChange({ disabled: !disabled })}
      >
        {toggle}
      </Button>
    </Group>
  );
}
