import { Stack, TagsInput, Text } from '@mantine/core';
import { useState } from 'react';
import { SaveBar } from './save-bar.tsx';
import { type StepProps } from './step-props.ts';
import { useSave } from './use-document.ts';

const EVERY = '*';

/** What iCIMS must hold before a case opens: for every category, and for each that a package stands for. */
export function RequiredStep({ document, setup, onDone }: StepProps) {
  const [required, setRequired] = useState<Record<string, string[]>>(document.required);
  const { save, reload } = useSave(setup.customerId, onDone);
  const ordered = document.packages.items.map(({ visaCategory }) => visaCategory);
  const categories = [...new Set([...ordered, ...Object.keys(document.required)])]
    .filter((name) => name !== EVERY)
    .sort();
  const known = [
    ...new Set([...document.mapping.map(({ to }) => to), ...Object.values(document.required).flat()]),
  ].sort();
  const field = (category: string, label: string) => (
    <TagsInput
      key={category}
      label={label}
      data={known}
      value={required[category] ?? []}
      onChange={(keys) => setRequired({ ...required, [category]: keys })}
      placeholder="person.date_of_birth"
      acceptValueOnBlur
      clearable={false}
    />
  );
  return (
    <Stack maw={640}>
      <Text size="sm">
        A candidate without one of these is refused with a sentence that tells the recruiter what to fill in. Name a
        field as the mapping does, and press Enter; keys that are not listed may be collected later.
      </Text>
      {field(EVERY, 'For every visa category')}
      {categories.map((category) => field(category, `Also for ${category}`))}
      <SaveBar
        saving={save.isPending}
        error={save.error}
        onSave={() => save.mutate({ required: withoutEmpty(required) })}
        onReload={reload}
      />
    </Stack>
  );
}

function withoutEmpty(required: Readonly<Record<string, string[]>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(required).filter(([category, keys]) => category === EVERY || keys.length > 0),
  );
}
