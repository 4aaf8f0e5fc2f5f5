import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';
import { fieldsQuery } from './icims-queries.ts';
import { type Suggestion } from './mapping-rows.ts';

type IcimsField = Schemas['IcimsFieldPart'];

/** A field that a key may be read from. */
export interface Source {
  readonly path: string;
  readonly label: string;
  readonly field: IcimsField;
}

export interface Sources {
  readonly fields: readonly Source[];
  readonly suggestions: readonly Suggestion[];
  /** Why there is nothing to choose from; paths are then typed in. */
  readonly error: Error | null;
}

const LIST_ID = 'icims-field-paths';

/** The fields of person and job as the API user sees them, and which of them are like which key by name. */
export function useSources(customerId: string): Sources {
  const people = useQuery(fieldsQuery(customerId, 'people'));
  const jobs = useQuery(fieldsQuery(customerId, 'jobs'));
  const suggested = useQuery({
    queryKey: ['icims', customerId, 'suggestions'],
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: () =>
      dataOf(api.GET('/api/v1/platforms/{customerId}/mapping/suggestions', { params: { path: { customerId } } })),
  });
  return {
    fields: [...toSources('person', people.data), ...toSources('job', jobs.data)],
    suggestions: suggested.data?.items ?? [],
    error: people.error ?? jobs.error ?? suggested.error,
  };
}

function toSources(record: string, read: Schemas['IcimsFields'] | undefined): Source[] {
  return (read?.items ?? []).flatMap((field) => {
    const path = `${record}.${field.id}`;
    const label = field.label ?? field.id;
    if (field.shape !== 'group') return [{ path, label, field }];
    return field.fields.map((child) => ({
      path: `${path}.${child.id}`,
      label: `${label}: ${child.label ?? child.id}`,
      field: child,
    }));
  });
}

/** What a text field with this list offers while a path is typed. */
export const pathList = { list: LIST_ID } as const;

export function FieldChoices({ sources }: { sources: readonly Source[] }) {
  return (
    <datalist id={LIST_ID}>
      {sources.map(({ path, label }) => (
        <option key={path} value={path}>
          {label}
        </option>
      ))}
    </datalist>
  );
}
