import { Card, Checkbox, Group, NativeSelect, NumberInput, Stack, TagsInput, TextInput, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Schemas } from '../api.ts';

type Settings = Schemas['AlertSettings'];
type Threshold = keyof Settings['thresholds'];

const thresholds: Readonly<Record<Threshold, readonly [label: string, min: number, max: number]>> = {
  parkedHires: ['Hires parked for one cause, from', 1, 10_000],
  waitingMinutes: ['A hire on its way waits, minutes', 5, 10_080],
  successPercent: ['Goes well, less than %', 0, 100],
  silentHours: ['No event where some are usual, hours', 1, 168],
  allowancePercent: ['Calls to iCIMS left today, less than %', 0, 100],
  rotationDays: ['Old credential still open, days', 1, 365],
  secretDays: ['Secret in use for a year within, days', 1, 365],
};

type Change = (part: Partial<Settings>) => void;

/** A part of the settings under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </Card>
  );
}

/** Who gets mail. */
export function People({ settings: { recipients, operators }, change }: { settings: Settings; change: Change }) {
  return (
    <Section title="Mail">
      <TagsInput
        label="Addresses"
        description="Press Enter after each. They are told when an alert is raised and when it is over, and get the digest."
        value={recipients}
        onChange={(value) => change({ recipients: value })}
        maxTags={20}
        splitChars={[',', ';', ' ']}
      />
      <Checkbox
        label="Tell the operators of the service too"
        checked={operators}
        onChange={({ currentTarget }) => change({ operators: currentTarget.checked })}
      />
    </Section>
  );
}

/** The webhook, if any. */
export function Hook({ webhook, change }: { webhook: Settings['webhook']; change: Change }) {
  const set = (part: Partial<NonNullable<Settings['webhook']>>): void =>
    change({ webhook: { url: '', secret: '', ...webhook, ...part } });
  return (
    <Section title="Webhook">
      <Checkbox
        label="Send to a webhook too"
        checked={webhook !== null}
        onChange={({ currentTarget }) => change({ webhook: currentTarget.checked ? { url: '', secret: '' } : null })}
      />
      {webhook === null ? null : (
        <>
          <TextInput
            label="Address"
            description="https, on the public internet"
            type="url"
            required
            value={webhook.url}
            onChange={({ currentTarget }) => set({ url: currentTarget.value, secret: '' })}
          />
          <TextInput
            label="Secret for the signature"
            description="At least 24 characters; *** keeps the stored one. Messages are signed as Standard Webhooks."
            required
            autoComplete="off"
            value={webhook.secret}
            onChange={({ currentTarget }) => set({ secret: currentTarget.value })}
          />
        </>
      )}
    </Section>
  );
}

/** When the digest goes out, if it does. */
export function Digest({ digest, change }: { digest: Settings['digest']; change: Change }) {
  const set = (part: Partial<Settings['digest']>): void => change({ digest: { ...digest, ...part } });
  return (
    <Section title="Daily digest">
      <Checkbox
        label="Say once a day what happened, or that nothing did"
        checked={digest.enabled}
        onChange={({ currentTarget }) => set({ enabled: currentTarget.checked })}
      />
      <Group align="end">
        <TextInput
          label="Time of day"
          type="time"
          required
          value={digest.at}
          onChange={({ currentTarget }) => set({ at: currentTarget.value })}
        />
        <NativeSelect
          label="Zone"
          value={digest.zone}
          onChange={({ currentTarget }) => set({ zone: currentTarget.value })}
          data={[...new Set(['UTC', digest.zone, ...Intl.supportedValuesOf('timeZone')])]}
        />
      </Group>
    </Section>
  );
}

/** From when on something is an alert. */
export function Limits({ limits, change }: { limits: Settings['thresholds']; change: Change }) {
  return (
    <Section title="When it is an alert">
      <Group align="end">
        {(Object.keys(thresholds) as Threshold[]).map((key) => {
          const [label, min, max] = thresholds[key];
          return (
            <NumberInput
              key={key}
              label={label}
              {...{
                min,
                max,
                value: limits[key],
                allowDecimal: false,
                required: true,
                hideControls: true,
                w: 300,
                maw: '100%',
              }}
              onChange={(value) => change({ thresholds: { ...limits, [key]: Number(value) } })}
            />
          );
        })}
      </Group>
    </Section>
  );
}
