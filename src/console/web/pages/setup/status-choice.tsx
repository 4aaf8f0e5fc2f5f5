import { MultiSelect, TagsInput } from '@mantine/core';
import { type Schemas } from '../../api.ts';
import { toChoice } from './icims-queries.ts';

interface StatusChoiceProps {
  readonly label: string;
  readonly description: string;
  /** Empty when iCIMS does not tell them: ids are then typed in. */
  readonly statuses: Schemas['IcimsNodes']['items'];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** Any number of statuses, by label where there are any. */
export function StatusChoice({ label, description, statuses, value, onChange }: StatusChoiceProps) {
  const common = { label, description, value: [...value], onChange };
  if (statuses.length === 0)
    return (
      <TagsInput {...common} onChange={(ids) => onChange(ids.filter((id) => /^[A-Za-z]?[0-9]{1,20}$/.test(id)))} />
    );
  const unknown = value.filter((id) => statuses.every((status) => status.id !== id));
  const data = [...statuses.map(toChoice), ...unknown.map((id) => ({ value: id, label: `${id} (not in iCIMS)` }))];
  return <MultiSelect {...common} data={data} searchable nothingFoundMessage="No status of that name" />;
}
