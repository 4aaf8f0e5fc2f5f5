import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { pathList, type Source, type Sources } from './field-choices.tsx';
import { type Canonical, type Mapping, type Preview, withSource } from './mapping-rows.ts';
import { PreviewLine } from './preview-line.tsx';
import { ValueTable } from './value-table.tsx';

interface MappingKeyProps {
  readonly canonical: Canonical;
  readonly customerId: string;
  readonly rows: readonly Mapping[];
  readonly sources: Sources;
  readonly need: string;
  readonly preview: Preview | undefined;
  readonly onChange: (rows: Mapping[]) => void;
}

const PATH = /^(person|job|location|workflow)(\.[a-z0-9_]{1,64}){1,3}$/;

/** One key: where it is read from, what is like it by name, and what became of it on the record that was tried. */
export function MappingKey(props: MappingKeyProps) {
  const { canonical, customerId, rows, sources, need, preview, onChange } = props;
  const { key, label } = canonical;
  const row = rows.find(({ to }) => to === key);
  const { from } = row ?? { from: '' };
  const source = sources.fields.find(({ path }) => path === from);
  const set = (path: string): void => onChange(withSource(rows, key, path));
  return (
    <Stack gap={4} maw={640}>
      <TextInput
        {...pathList}
        label={`${label} (${key})`}
        description={aboutOf(canonical, need)}
        placeholder={preview?.from ?? 'standard field of iCIMS, if it has one'}
        value={from}
        error={faultOf(from)}
        onChange={({ currentTarget }) => set(currentTarget.value.trim())}
      />
      {from === '' ? <Suggestions {...{ canonical, sources }} onTake={set} /> : <SourceNote source={source} />}
      {row !== undefined && hasList(source) ? <ValueTable {...{ canonical, customerId, row, rows, onChange }} /> : null}
      <PreviewLine step={preview} />
    </Stack>
  );
}

function faultOf(path: string): string | undefined {
  return path === '' || PATH.test(path) ? undefined : 'Like person.field40001 or job.jobtitle.';
}

function hasList(source: Source | undefined): boolean {
  return source !== undefined && source.field.list !== null;
}

function aboutOf({ list, options, kind }: Canonical, need: string): string {
  const written = options.length > 0 ? options.join(', ') : kind;
  return [`${list ? 'several values' : 'one value'}, written as ${written}`, need]
    .filter((part) => part !== '')
    .join('; ');
}

function SourceNote({ source }: { source: Source | undefined }) {
  return source === undefined ? null : <Text size="xs">In iCIMS: {source.label}</Text>;
}

interface SuggestionsProps extends Pick<MappingKeyProps, 'canonical' | 'sources'> {
  readonly onTake: (path: string) => void;
}

function Suggestions({ canonical, sources, onTake }: SuggestionsProps) {
  const offered = sources.suggestions.filter(({ to }) => to === canonical.key);
  if (offered.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="xs">Like it by name:</Text>
      {offered.map(({ from, label }) => (
        <Button
          key={from}
          size="compact-xs"
          variant="default"
          aria-label={`Take ${label} for ${canonical.label}`}
          onClick={() => onTake(from)}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
