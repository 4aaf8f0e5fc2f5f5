import { Button, Group, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../api.ts';

export const MASK = '•••';

interface Leaf {
  readonly key: string;
  readonly text: string;
}

/** The canonical record as rows of key and value; lists of records get numbered keys. */
function leavesOf(value: unknown, key = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ key, text: String(value) }];
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  if (isPlainList) return [{ key, text: value.join(', ') }];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, key === '' ? name : `${key}.${name}`));
}

/** Data of a hire, masked values revealable one by one. */
export function Fields({ fields, hireId }: { fields: unknown; hireId: string }) {
  if (fields === null) return <Text>The platform was deleted, and with it the key to this data.</Text>;
  return (
    <Table aria-label="Data" layout="fixed">
      <Table.Tbody>
        {leavesOf(fields).map(({ key, text }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={500} style={{ overflowWrap: 'anywhere' }}>
              {key}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {text === MASK ? <Masked hireId={hireId} field={key} /> : text}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface MaskedProps {
  readonly hireId: string;
  readonly field: string;
  /** As it is kept, or as iCIMS gave it. */
  readonly show?: 'values' | 'read';
}

/** A value that is revealed on demand, which is audited. */
export function Masked({ hireId, field, show = 'values' }: MaskedProps) {
  const key = field.replace(/\.[0-9]+(?=\.|$)/g, '');
  const reveal = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/v1/hires/{id}/reveal', { params: { path: { id: hireId } }, body: { key } })),
  });
  if (reveal.data !== undefined) return <Text size="sm">{textOf(reveal.data[show])}</Text>;
  return (
    <Group gap="xs">
      <Text size="sm" aria-label="masked">
        {MASK}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        loading={reveal.isPending}
        onClick={() => reveal.mutate()}
        aria-label={show === 'read' ? `Reveal ${key} as read` : `Reveal ${key}`}
      >
        Reveal
      </Button>
      {reveal.error === null ? null : (
        <Text size="xs" role="alert">
          {reveal.error.message}
        </Text>
      )}
    </Group>
  );
}

/** List nodes, links and the like are shown as iCIMS gave them. */
export function textOf(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ');
}
