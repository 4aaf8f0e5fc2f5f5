import { Table, Text } from '@mantine/core';
import { type Schemas } from '../../api.ts';
import { Rows } from '../../parts/paged-list.tsx';

type Difference = Schemas['Differences']['items'][number];

const MASK = '***';

/** Where two documents differ, by JSON pointer. */
export function Differences({ items }: { items: readonly Difference[] }) {
  if (items.length === 0) return <Text role="status">There is no difference.</Text>;
  return (
    <div role="status">
      <Rows label="Differences" head={['Place', 'What', 'Before', 'After']}>
        {items.map(({ pointer, change, before, after }) => (
          <Table.Tr key={pointer}>
            <Table.Td>{pointer}</Table.Td>
            <Table.Td>{change}</Table.Td>
            <Table.Td>{textOf(before)}</Table.Td>
            <Table.Td>{textOf(after)}</Table.Td>
          </Table.Tr>
        ))}
      </Rows>
    </div>
  );
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return value === MASK ? 'a secret' : JSON.stringify(value);
}
