import { Alert, Button, Group, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { SaveBar } from './save-bar.tsx';
import { type PlatformDocument, type StepProps } from './step-props.ts';
import { useSave } from './use-document.ts';

type CaseSystem = PlatformDocument['caseSystem'];

/** Where cases are opened, and whether that works. */
export function CaseSystemStep({ document, setup, onDone }: StepProps) {
  const [chosen, setChosen] = useState<CaseSystem>(document.caseSystem);
  const { save, reload } = useSave(setup.customerId);
  const isSaved = JSON.stringify(chosen) === JSON.stringify(document.caseSystem);
  const pick = (type: string): void =>
    setChosen(type === 'built-in' ? { type } : { type: 'webhook', url: '', secret: '' });
  return (
    <Stack maw={640}>
      <Radio.Group label="Cases are opened in" value={chosen.type} onChange={pick}>
        <Stack gap="xs" mt="xs">
          <Radio value="built-in" label="the built-in case system" />
          <Radio value="webhook" label="another system, by signed messages (webhook)" />
        </Stack>
      </Radio.Group>
      {chosen.type === 'webhook' ? <WebhookFields chosen={chosen} onChange={setChosen} /> : null}
      <SaveBar
        label="Save"
        lacking={lackingOf(chosen)}
        saving={save.isPending}
        error={save.error}
        onSave={() => save.mutate({ caseSystem: chosen })}
        onReload={reload}
      />
      <TestCall customerId={setup.customerId} isSaved={isSaved} />
      <Group>
        <Button variant="default" disabled={!isSaved} onClick={onDone}>
          Go on
        </Button>
      </Group>
    </Stack>
  );
}

function lackingOf(chosen: CaseSystem): string {
  if (chosen.type === 'built-in') return '';
  if (!/^https?:\/\/\S+$/.test(chosen.url)) return 'Enter the address that takes the messages.';
  return chosen.secret === '' ? 'Enter the secret that both sides hold.' : '';
}

interface WebhookFieldsProps {
  readonly chosen: Extract<CaseSystem, { type: 'webhook' }>;
  readonly onChange: (chosen: CaseSystem) => void;
}

function WebhookFields({ chosen, onChange }: WebhookFieldsProps) {
  return (
    <>
      <TextInput
        label="Address"
        description="https, as it is given by the other system."
        value={chosen.url}
        onChange={({ currentTarget }) => onChange({ ...chosen, url: currentTarget.value.trim() })}
      />
      <PasswordInput
        label="Secret"
        description="Signs every message. *** stands for the one that is stored; another address wants it entered anew."
        value={chosen.secret}
        onChange={({ currentTarget }) => onChange({ ...chosen, secret: currentTarget.value })}
      />
    </>
  );
}

function TestCall({ customerId, isSaved }: { customerId: string; isSaved: boolean }) {
  const test = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/v1/platforms/{customerId}/case-system-test', { params: { path: { customerId } } })),
  });
  return (
    <Stack gap="xs">
      <Group>
        <Button variant="default" disabled={!isSaved} loading={test.isPending} onClick={() => test.mutate()}>
          Send a test message
        </Button>
        <Text size="sm" c="dimmed">
          {isSaved ? 'Opens no case.' : 'Save first: the saved address and secret are tested.'}
        </Text>
      </Group>
      <ErrorNote error={test.error} />
      <div role="status">
        {test.data === undefined ? null : (
          <Alert
            variant="outline"
            color={test.data.ok ? 'teal' : 'red'}
            title={test.data.ok ? 'The case system is ready' : 'The case system is not ready'}
          >
            {test.data.sentence} {test.data.type === 'webhook' ? `(${test.data.ms} ms)` : ''}
          </Alert>
        )}
      </div>
    </Stack>
  );
}
