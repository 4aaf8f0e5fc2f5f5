import { Accordion, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Asked } from './asked.tsx';
import { nodesQuery, sameId } from './icims-queries.ts';
import { type Canonical, type Mapping, withValue } from './mapping-rows.ts';

interface ValueTableProps {
  readonly canonical: Canonical;
  readonly customerId: string;
  readonly row: Mapping;
  readonly rows: readonly Mapping[];
  readonly onChange: (rows: Mapping[]) => void;
}

/** What each node of a list stands for. Only needed where the customer's words are not ours. */
export function ValueTable(props: ValueTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  const count = Object.keys(props.row.values ?? {}).length;
  return (
    <Accordion variant="contained" value={open} onChange={setOpen} order={3}>
      <Accordion.Item value="values">
        <Accordion.Control>
          Values of {props.canonical.label} ({count === 0 ? 'as they are named in iCIMS' : `${count} translated`})
        </Accordion.Control>
        <Accordion.Panel>{open === null ? null : <Nodes {...props} />}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Nodes({ canonical, customerId, row, rows, onChange }: ValueTableProps) {
  const [record = '', ...path] = row.from.split('.');
  const query = useQuery(nodesQuery(customerId, record === 'job' ? 'jobs' : 'people', path.join('.')));
  const hint = canonical.options.length > 0 ? canonical.options.join(', ') : canonical.kind;
  const known = Object.entries(row.values ?? {});
  const nameOf = (id: string): string => known.find(([from]) => sameId(from, id))?.[0] ?? id;
  return (
    <Asked query={query} what="the values of this field">
      {({ items }) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {items.map(({ id, label }) => (
            <TextInput
              key={id}
              label={label ?? id}
              placeholder={`as it is named, else ${hint}`}
              value={row.values?.[nameOf(id)] ?? ''}
              onChange={({ currentTarget }) => onChange(withValue(rows, row.to, nameOf(id), currentTarget.value))}
            />
          ))}
        </SimpleGrid>
      )}
    </Asked>
  );
}
