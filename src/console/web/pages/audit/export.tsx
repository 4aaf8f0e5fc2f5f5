import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, Problem, type Schemas } from '../../api.ts';
import { saveFile } from '../../parts/save-file.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { type AuditFilter } from './filter-bar.tsx';

type Format = Schemas['AuditExport']['format'];
const formats = { csv: 'text/csv', json: 'application/json' } as const satisfies Record<Format, string>;

/** What the filter lets through, as a file. */
export function AuditExport({ filter }: { filter: AuditFilter }) {
  const [progress, setProgress] = useState('');
  const saving = useMutation({
    mutationFn: (format: Format) => save(format, filter, setProgress),
    onSettled: () => setProgress(''),
  });
  return (
    <Group>
      <Text size="sm" role="status">
        {progress}
      </Text>
      {(Object.keys(formats) as Format[]).map((format) => (
        <Button
          key={format}
          variant="default"
          loading={saving.isPending && saving.variables === format}
          disabled={saving.isPending}
          onClick={() => saving.mutate(format)}
        >
          Export {format.toUpperCase()}
        </Button>
      ))}
      <ErrorNote error={saving.error} />
    </Group>
  );
}

/** Saved only once all of it is there: half a log is worse than none. */
async function save(format: Format, filter: AuditFilter, tell: (progress: string) => void): Promise<void> {
  const asked = api.POST('/api/v1/audit/export', { body: { format, filter }, parseAs: 'stream' });
  const [pieces, { response }] = await Promise.all([dataOf(asked), asked]);
  const total = Number(response.headers.get('X-Total-Count')).toLocaleString();
  const parts: BlobPart[] = [];
  let lines = 0;
  for (const reader = (pieces ?? new Blob().stream()).getReader(); ;) {
    const { done, value } = await reader.read().catch(brokenOff);
    if (done) break;
    parts.push(value);
    lines += value.reduce((sum, byte) => (byte === NEW_LINE ? sum + 1 : sum), 0);
    tell(`${Math.max(lines - 1, 0).toLocaleString()} of ${total} entries`);
  }
  saveFile(`audit.${format}`, formats[format], parts);
}

const NEW_LINE = 10;

function brokenOff(): never {
  throw new Problem(0, 'The export broke off, and nothing was saved. Try again, or narrow the filter.', '');
}
