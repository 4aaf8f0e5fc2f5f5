import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Nothing } from '../../parts/told.tsx';
import { Asked } from './asked.tsx';
import { fieldsQuery, nodesQuery, toChoice } from './icims-queries.ts';
import { fromPackages, type PackageRow, toPackages } from './package-rows.ts';
import { PackageTable } from './package-table.tsx';
import { SaveBar } from './save-bar.tsx';
import { type StepProps } from './step-props.ts';
import { useSave } from './use-document.ts';

/** Which job field says what was ordered, and the visa category that each of its nodes stands for. */
export function PackagesStep(props: StepProps) {
  const { document, setup } = props;
  const [field, setField] = useState(document.packages.field.replace(/^job\./, ''));
  const fields = useQuery(fieldsQuery(setup.customerId, 'jobs'));
  const nodes = useQuery(nodesQuery(setup.customerId, 'jobs', field));
  return (
    <Stack>
      <Asked query={fields} what="the fields of a job">
        {({ items }) => {
          const lists = items.filter(({ shape }) => shape === 'node' || shape === 'nodes');
          const known = lists.some(({ id }) => id === field) ? lists : [...lists, { id: field, label: null }];
          return (
            <NativeSelect
              maw={560}
              label="Job field that holds the package"
              description="A list field; most customers use the assessment or background check package."
              value={field}
              onChange={({ currentTarget }) => setField(currentTarget.value)}
              data={known.map(toChoice)}
            />
          );
        }}
      </Asked>
      <Asked query={nodes} what="what can be ordered">
        {({ items }) => (
          <Rows key={field} {...props} field={field} rows={fromPackages(document.packages, field, items)} />
        )}
      </Asked>
    </Stack>
  );
}

function Rows({ document, setup, onDone, field, rows: found }: StepProps & { field: string; rows: PackageRow[] }) {
  const [rows, setRows] = useState(found);
  const [fallback, setFallback] = useState(document.packages.default ?? '');
  const { save, reload } = useSave(setup.customerId, onDone);
  const packages = toPackages(rows, field, fallback);
  if (rows.length === 0)
    return (
      <Nothing title="This field has no list, or an empty one">
        Choose another field, or ask the iCIMS admin to add the immigration packages to this list.
      </Nothing>
    );
  return (
    <>
      <PackageTable rows={rows} onChange={setRows} />
      <NativeSelect
        maw={560}
        label="When the field is empty"
        value={packages.default ?? ''}
        onChange={({ currentTarget }) => setFallback(currentTarget.value)}
        data={[
          { value: '', label: 'ask the recruiter to choose a package' },
          ...packages.items.map(({ packageId, label }) => ({ value: packageId, label: `take ${label}` })),
        ]}
      />
      <Text size="sm">{packages.items.length} of these open a case.</Text>
      <SaveBar
        lacking={packages.items.length === 0 ? 'Give at least one package a visa category.' : ''}
        saving={save.isPending}
        error={save.error}
        onSave={() => save.mutate({ packages })}
        onReload={reload}
      />
    </>
  );
}
