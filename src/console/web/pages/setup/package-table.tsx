import { NativeSelect, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { canonicalQuery } from './canonical-query.ts';
import { type PackageRow } from './package-rows.ts';

interface PackageTableProps {
  readonly rows: readonly PackageRow[];
  readonly onChange: (rows: PackageRow[]) => void;
}

/** The nodes of the package field, each with its visa category. */
export function PackageTable({ rows, onChange }: PackageTableProps) {
  const { data } = useQuery(canonicalQuery);
  const categories = [
    { value: '', label: 'no immigration package' },
    ...(data?.visaCategories ?? []).map((name) => ({ value: name, label: name })),
  ];
  const change = (nodeId: string, visaCategory: string): void =>
    onChange(rows.map((row) => (row.nodeId === nodeId ? { ...row, visaCategory } : row)));
  return (
    <Table aria-label="Packages" layout="fixed" maw={720}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">In iCIMS</Table.Th>
          <Table.Th scope="col">Visa category</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ nodeId, label, visaCategory }) => (
          <Table.Tr key={nodeId}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{label}</Table.Td>
            <Table.Td>
              <NativeSelect
                aria-label={`Visa category of ${label}`}
                value={visaCategory}
                onChange={({ currentTarget }) => change(nodeId, currentTarget.value)}
                data={categories}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
