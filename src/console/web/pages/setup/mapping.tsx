import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote, Waiting } from '../../parts/told.tsx';
import { canonicalQuery } from './canonical-query.ts';
import { FieldChoices, useSources } from './field-choices.tsx';
import { MappingKey } from './mapping-key.tsx';
import { groups, type Group as KeyGroup, type Mapping, needOf, type Preview } from './mapping-rows.ts';
import { MappingPreview } from './mapping-preview.tsx';
import { SaveBar } from './save-bar.tsx';
import { type StepProps } from './step-props.ts';
import { useSave } from './use-document.ts';

/** Which field of iCIMS holds what. Rows that the platform has none of its own for follow the standard fields. */
export function MappingStep({ document, setup, onDone }: StepProps) {
  const { customerId } = setup;
  const { data, error } = useQuery(canonicalQuery);
  const sources = useSources(customerId);
  const [rows, setRows] = useState<readonly Mapping[]>(document.mapping);
  const [group, setGroup] = useState<KeyGroup>('person');
  const [category, setCategory] = useState('');
  const [preview, setPreview] = useState<readonly Preview[]>([]);
  const { save, reload } = useSave(customerId, onDone);
  const categories = [...new Set(document.packages.items.map(({ visaCategory }) => visaCategory))];
  if (data === undefined) return error === null ? <Waiting /> : <ErrorNote error={error} />;
  return (
    <Stack>
      <ErrorNote error={sources.error} />
      <MappingPreview customerId={customerId} rows={rows} onPreview={setPreview} />
      <Group align="end">
        <NativeSelect
          label="Keys about"
          value={group}
          onChange={({ currentTarget }) => setGroup(currentTarget.value as KeyGroup)}
          data={[...groups]}
        />
        <NativeSelect
          label="Show what is needed for"
          value={category}
          onChange={({ currentTarget }) => setCategory(currentTarget.value)}
          data={[{ value: '', label: 'no category in particular' }, ...categories]}
        />
      </Group>
      <FieldChoices sources={sources.fields} />
      <Stack gap="lg">
        {data.items
          .filter((key) => key.group === group)
          .map((key) => (
            <MappingKey
              key={key.key}
              {...{ canonical: key, customerId, rows, sources }}
              need={needOf(key, category)}
              preview={preview.find((step) => step.key === key.key)}
              onChange={setRows}
            />
          ))}
      </Stack>
      <Text size="sm">
        {rows.length} keys have a field of their own; the others follow the standard fields of iCIMS.
      </Text>
      <SaveBar
        saving={save.isPending}
        error={save.error}
        onSave={() => save.mutate({ mapping: [...rows] })}
        onReload={reload}
      />
    </Stack>
  );
}
