import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { Digest, Hook, Limits, People, Section } from '../parts/alert-settings-sections.tsx';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ErrorNote, Nothing, Waiting } from '../parts/told.tsx';
import { useMay } from '../session.ts';

type Settings = Schemas['AlertSettings'];

/** Who is told of a platform's alerts, and from when on something is one. */
export function AlertSettingsPage() {
  const { data, error } = useQuery({
    queryKey: ['alert-platforms'],
    queryFn: () => dataOf(api.GET('/api/v1/platforms', { params: { query: { limit: 200 } } })),
  });
  return (
    <Stack>
      <PageHead title="Alert settings">
        <Link to="/alerts">Alerts</Link>
      </PageHead>
      <ErrorNote error={error} />
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : <OfPlatform platforms={data.items} />}
    </Stack>
  );
}

function OfPlatform({ platforms }: { platforms: readonly Schemas['PlatformSummary'][] }) {
  const [customerId, setCustomerId] = useState(platforms[0]?.customerId);
  if (customerId === undefined)
    return <Nothing title="No platform yet">Alerts are told per platform. Enable a platform first.</Nothing>;
  return (
    <>
      <NativeSelect
        label="Platform"
        value={customerId}
        onChange={({ currentTarget }) => setCustomerId(currentTarget.value)}
        data={platforms.map((each) => ({ value: each.customerId, label: `${each.customerId} ${each.name}` }))}
      />
      <SettingsOf key={customerId} customerId={customerId} />
    </>
  );
}

function SettingsOf({ customerId }: { customerId: string }) {
  const { data, error } = useQuery({
    queryKey: ['alert-settings', customerId],
    queryFn: () =>
      dataOf(api.GET('/api/v1/platforms/{customerId}/alert-settings', { params: { path: { customerId } } })),
    refetchOnWindowFocus: false,
  });
  if (error !== null && data === undefined) return <ErrorNote error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <SettingsForm customerId={customerId} stored={data} />
      <SendTest customerId={customerId} />
    </>
  );
}

function SettingsForm({ customerId, stored }: { customerId: string; stored: Settings }) {
  const queries = useQueryClient();
  const may = useMay('platforms.write', customerId);
  const [settings, setSettings] = useState(stored);
  const change = (part: Partial<Settings>): void => setSettings((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: () =>
      dataOf(
        api.PUT('/api/v1/platforms/{customerId}/alert-settings', { params: { path: { customerId } }, body: settings }),
      ),
    onSuccess: (kept) => {
      setSettings(kept);
      queries.setQueryData(['alert-settings', customerId], kept);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <People settings={settings} change={change} />
        <Hook webhook={settings.webhook} change={change} />
        <Digest digest={settings.digest} change={change} />
        <Limits limits={settings.thresholds} change={change} />
        {may ? (
          <Group>
            <Button type="submit" color="teal.9" loading={save.isPending}>
              Save
            </Button>
            <Text size="sm" role="status">
              {save.isSuccess && settings === save.data ? 'Saved; it holds from the next minute on.' : ''}
            </Text>
          </Group>
        ) : (
          <Text size="sm">Your role may not change this. Ask an admin of the platform.</Text>
        )}
        <ErrorNote error={save.error} />
      </Stack>
    </form>
  );
}

function SendTest({ customerId }: { customerId: string }) {
  const queries = useQueryClient();
  const test = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/v1/platforms/{customerId}/alert-settings/test', { params: { path: { customerId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  if (!useMay('platforms.write', customerId)) return null;
  return (
    <Section title="Does it arrive?">
      <Group>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          Send a test
        </Button>
        <Text size="sm" role="status">
          {test.data === undefined
            ? 'To everybody who is told by the settings as saved.'
            : sentWords(test.data.messages)}
        </Text>
      </Group>
      <ErrorNote error={test.error} />
    </Section>
  );
}

function sentWords(messages: number): string {
  if (messages === 0) return 'Nobody can be told: enter an address or a webhook, or ask an operator for a mail server.';
  return `${messages === 1 ? 'A message is' : `${messages} messages are`} on the way. The page of the alerts shows what becomes of it.`;
}
