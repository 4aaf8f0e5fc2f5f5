import { Button, Card, Checkbox, Group, NativeSelect, NumberInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { api, dataOf } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { useMayOn } from '../../session.ts';
import { RetryPreview } from './retry-preview.tsx';
import { type Cause, useStart, type Wish } from './retry-queries.ts';

interface Choice {
  readonly customerId: string;
  readonly codes: readonly string[];
  /** As the browser's field holds them: in the viewer's zone, empty for no bound. */
  readonly from: string;
  readonly to: string;
  readonly perMinute: number;
}

const nothingChosen: Choice = { customerId: '', codes: [], from: '', to: '', perMinute: 60 };

/** A part of what is parked, by cause and time: first looked at, then put back to work. */
export function RetryForm({ causes }: { causes: readonly Cause[] }) {
  const mayOn = useMayOn('hires.retry');
  const platforms = [...new Set(causes.map(({ customerId }) => customerId))].filter(mayOn);
  const [choice, setChoice] = useState(nothingChosen);
  const customerId = platforms.includes(choice.customerId) ? choice.customerId : platforms[0];
  if (customerId === undefined) return null;
  const offered = causes.filter((cause) => cause.customerId === customerId).map(({ code }) => code);
  const codes = choice.codes.filter((code) => offered.includes(code));
  return <ChosenForm offer={{ platforms, codes: offered }} choice={{ ...choice, customerId, codes }} set={setChoice} />;
}

interface ChosenFormProps {
  readonly offer: { readonly platforms: readonly string[]; readonly codes: readonly string[] };
  readonly choice: Choice;
  readonly set: (choice: Choice) => void;
}

function ChosenForm({ offer, choice, set }: ChosenFormProps) {
  const preview = usePreview(choice);
  const start = useStart(choice.customerId);
  const change = (part: Partial<Choice>): void => {
    preview.reset();
    start.reset();
    set({ ...choice, ...part });
  };
  const look = (event: SyntheticEvent): void => {
    event.preventDefault();
    start.reset();
    preview.mutate();
  };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        Retry by cause and time
      </Title>
      <form onSubmit={look}>
        <Stack>
          <Fields offer={offer} choice={choice} change={change} />
          <Button type="submit" variant="default" loading={preview.isPending} style={{ alignSelf: 'start' }}>
            Show what fits
          </Button>
        </Stack>
      </form>
      <ErrorNote error={preview.error ?? start.error} />
      {preview.data === undefined ? null : (
        <RetryPreview
          preview={preview.data}
          perMinute={choice.perMinute}
          starting={start.isPending}
          onStart={() => start.mutate(toWish(choice), { onSuccess: preview.reset })}
        />
      )}
    </Card>
  );
}

function Fields({ offer, choice, change }: Omit<ChosenFormProps, 'set'> & { change: (part: Partial<Choice>) => void }) {
  return (
    <>
      <NativeSelect
        label="On platform"
        value={choice.customerId}
        data={[...offer.platforms]}
        onChange={({ currentTarget }) => change({ customerId: currentTarget.value, codes: [] })}
        maw={240}
      />
      <Checkbox.Group
        label="Causes"
        description="None chosen stands for every cause."
        value={[...choice.codes]}
        onChange={(codes) => change({ codes })}
      >
        <Stack gap="xs" mt="xs">
          {offer.codes.map((code) => (
            <Checkbox key={code} value={code} label={code} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group align="end">
        <Moment label="Parked from" value={choice.from} onChange={(from) => change({ from })} />
        <Moment label="Parked before" value={choice.to} onChange={(to) => change({ to })} />
        <NumberInput
          label="Hires a minute"
          min={1}
          max={3_000}
          allowDecimal={false}
          required
          value={choice.perMinute}
          onChange={(perMinute) => change({ perMinute: Number(perMinute) })}
        />
      </Group>
    </>
  );
}

function Moment({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      label={label}
      type="datetime-local"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function usePreview(choice: Choice) {
  const path = { customerId: choice.customerId };
  return useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/v1/platforms/{customerId}/retry-runs/preview', { params: { path }, body: toWish(choice) })),
  });
}

function toWish({ codes, from, to, perMinute }: Choice): Wish {
  return {
    ...(codes.length === 0 ? {} : { codes: [...codes] }),
    ...(from === '' ? {} : { parkedFrom: new Date(from).toISOString() }),
    ...(to === '' ? {} : { parkedTo: new Date(to).toISOString() }),
    perMinute,
  };
}
