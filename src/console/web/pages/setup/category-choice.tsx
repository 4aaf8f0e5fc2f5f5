import { Checkbox, Stack, Text } from '@mantine/core';

interface CategoryChoiceProps {
  /** Those that a package stands for. */
  readonly categories: readonly string[];
  readonly chosen: string[];
  readonly onChange: (chosen: string[]) => void;
}

/** For which visa categories cases are opened: a roll-out in phases. */
export function CategoryChoice({ categories, chosen, onChange }: CategoryChoiceProps) {
  return (
    <Checkbox.Group
      label="Visa categories that cases are opened for"
      description="For a phased roll-out. An event of another category is kept as ignored, with the reason."
      value={chosen}
      onChange={onChange}
    >
      <Stack gap="xs" mt="xs">
        {categories.length === 0 ? <Text size="sm">The packages name none yet.</Text> : null}
        {categories.map((category) => (
          <Checkbox key={category} value={category} label={category} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
