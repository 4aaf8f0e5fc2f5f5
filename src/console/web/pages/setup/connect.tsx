import { NativeSelect, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { AddressFields } from './connect-addresses.tsx';
import { CredentialFields } from './connect-credential.tsx';
import { emptyAuth, lackingOf, regionOf, regions, type Icims, type Region } from './connection.ts';
import { SaveBar } from './save-bar.tsx';
import { type StepProps } from './step-props.ts';
import { useSave } from './use-document.ts';

const ways = [
  { value: 'oauth2', label: 'OAuth 2.0: client ID and secret (recommended by iCIMS)' },
  { value: 'hmac', label: 'HMAC: user and key' },
  { value: 'basic', label: 'Basic: user name and password' },
];

/** Region, addresses and the API user. The secret is write-only: it is replaced, never shown. */
export function ConnectStep({ document, setup, onDone }: StepProps) {
  const [icims, setIcims] = useState<Icims>(document.icims);
  const [region, setRegion] = useState<Region>(regionOf(document.icims));
  const { save, reload } = useSave(setup.customerId, onDone);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate({ icims });
  };
  const pick = (next: Region): void => {
    setRegion(next);
    setIcims(regions[next].apply(icims));
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={560}>
        <NativeSelect
          label="Region"
          description={regions[region].note}
          value={region}
          onChange={({ currentTarget }) => pick(currentTarget.value as Region)}
          data={Object.entries(regions).map(([value, { label }]) => ({ value, label }))}
        />
        <AddressFields icims={icims} onChange={setIcims} />
        <NativeSelect
          label="How the connector logs in"
          value={icims.auth.type}
          onChange={({ currentTarget }) => setIcims({ ...icims, auth: emptyAuth(currentTarget.value) })}
          data={ways}
        />
        <CredentialFields icims={icims} stored={document.icims} onChange={setIcims} />
      </Stack>
      <SaveBar
        label="Connect"
        lacking={lackingOf(icims)}
        saving={save.isPending}
        error={save.error}
        onReload={reload}
      />
    </form>
  );
}
