import { Button, Card, FileInput, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api.ts';
import { saveFile } from '../../parts/save-file.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { useMay } from '../../session.ts';
import { documentQuery, useSave } from '../setup/use-document.ts';
import { Differences } from './differences.tsx';
import { forPlatform } from './for-platform.ts';

type PlatformDocument = Schemas['PlatformDocument'];

/** Takes a document out, and in: what it would change is shown before it does. */
export function Exchange({ customerId }: { customerId: string }) {
  const { data: held } = useQuery(documentQuery(customerId));
  const allowed = useMay('platforms.write', customerId);
  if (held === undefined) return null;
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        Take the document elsewhere
      </Title>
      <Group>
        <Button variant="default" onClick={() => download(held.document)}>
          Export without secrets
        </Button>
      </Group>
      {allowed ? <Import customerId={customerId} present={held.document} /> : null}
    </Card>
  );
}

function download(document: PlatformDocument): void {
  saveFile(`platform-${document.customerId}.json`, 'application/json', [`${JSON.stringify(document, null, 2)}\n`]);
}

interface Tried {
  readonly document: PlatformDocument;
  readonly items: Schemas['Differences']['items'];
}

function Import({ customerId, present }: { customerId: string; present: PlatformDocument }) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const tried = useMutation({
    mutationFn: async (picked: File): Promise<Tried> => {
      const document = forPlatform(await picked.text(), present);
      const body = document;
      const { items } = await dataOf(
        api.POST('/api/v1/platforms/{customerId}/difference', { params: { path: { customerId } }, body }),
      );
      return { document, items };
    },
  });
  const { save } = useSave(customerId, () => {
    tried.reset();
    setFile(null);
    void queries.resetQueries({ queryKey: ['inbound', customerId] });
  });
  const pick = (picked: File | null): void => {
    setFile(picked);
    tried.reset();
    save.reset();
    if (picked !== null) tried.mutate(picked);
  };
  return (
    <Stack mt="sm" align="start">
      <FileInput
        label="Import a document"
        description="Of another platform, for example the sandbox, everything is taken but its name, addresses and credentials: those stay. Nothing is changed before you say so."
        accept="application/json,.json"
        value={file}
        onChange={pick}
        w="100%"
        maw={560}
      />
      <ErrorNote error={tried.error ?? save.error} />
      {tried.data === undefined ? null : (
        <>
          <Differences items={tried.data.items} />
          <Button
            color="teal.9"
            disabled={tried.data.items.length === 0}
            loading={save.isPending}
            onClick={() => save.mutate(tried.data.document)}
          >
            Apply these changes
          </Button>
        </>
      )}
      {save.isSuccess ? <Text role="status">Imported.</Text> : null}
    </Stack>
  );
}
