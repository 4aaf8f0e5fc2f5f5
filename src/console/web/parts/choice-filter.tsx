import { NativeSelect } from '@mantine/core';

interface ChoiceFilterProps<Choice extends string> {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Empty: no filter. */
  readonly value: Choice | '';
  readonly onChange: (value: Choice | '') => void;
}

/** One of a few values, or all of them. */
export function ChoiceFilter<Choice extends string>({ label, choices, value, onChange }: ChoiceFilterProps<Choice>) {
  const all = { value: '', label: `every ${label.toLowerCase()}` };
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Choice | '')}
      data={[all, ...choices.map((choice) => ({ value: choice, label: choice }))]}
    />
  );
}
