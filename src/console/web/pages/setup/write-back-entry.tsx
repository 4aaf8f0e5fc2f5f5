import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Schemas } from '../../api.ts';
import { nodesQuery, sameId, toChoice } from './icims-queries.ts';
import { fieldRoles, statusRoles, withPart, type WriteBack } from './write-back-choice.ts';

interface WriteBackEntryProps {
  readonly customerId: string;
  readonly writeBack: WriteBack;
  /** Of the collection, as the API user sees them. */
  readonly fields: readonly Schemas['IcimsFieldPart'][];
  readonly onChange: (writeBack: WriteBack) => void;
}

/** What goes where in the entry, and which of the customer's statuses stands for which of ours. */
export function WriteBackEntry({ customerId, writeBack, fields, onChange }: WriteBackEntryProps) {
  const { target, collection, statuses } = writeBack;
  const statusField = fields.length === 0 ? '' : `${collection}.${writeBack.fields.status}`;
  const { data } = useQuery(nodesQuery(customerId, target, statusField));
  const nodes = data?.items ?? [];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {fieldRoles.map(({ role, label, optional }) => (
        <Pick
          key={role}
          {...{ label, optional }}
          choices={fields}
          value={writeBack.fields[role] ?? ''}
          onChange={(id) => onChange({ ...writeBack, fields: withPart(writeBack.fields, role, id, optional) })}
        />
      ))}
      {statusRoles.map(({ role, label, optional }) => (
        <Pick
          key={role}
          {...{ label, optional }}
          choices={nodes}
          value={statuses[role] ?? ''}
          onChange={(id) => onChange({ ...writeBack, statuses: withPart(statuses, role, id, optional) })}
        />
      ))}
    </SimpleGrid>
  );
}

interface PickProps {
  readonly label: string;
  readonly optional: boolean;
  /** Empty when iCIMS does not tell them: the id is then typed in. */
  readonly choices: readonly { readonly id: string; readonly label: string | null }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Pick({ label, optional, choices, value, onChange }: PickProps) {
  const common = {
    label,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (choices.length === 0) return <TextInput {...common} value={value} placeholder="id in iCIMS" />;
  const known = choices.find(({ id }) => sameId(id, value));
  const none = { value: '', label: optional ? 'leave out' : 'choose …' };
  const stray = known === undefined && value !== '' ? [{ value, label: `${value} (not in iCIMS)` }] : [];
  return <NativeSelect {...common} value={known?.id ?? value} data={[none, ...stray, ...choices.map(toChoice)]} />;
}
