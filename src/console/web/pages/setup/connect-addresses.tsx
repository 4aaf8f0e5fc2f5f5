import { TextInput } from '@mantine/core';
import { withValue, type Icims } from './connection.ts';

/** Where iCIMS is reached. */
export function AddressFields({ icims, onChange }: { icims: Icims; onChange: (icims: Icims) => void }) {
  const { auth, apiBaseUrl } = icims;
  return (
    <>
      <TextInput
        label="API address"
        type="url"
        required
        value={apiBaseUrl}
        onChange={({ currentTarget }) => onChange({ ...icims, apiBaseUrl: currentTarget.value.trim() })}
      />
      {auth.type === 'oauth2' ? (
        <>
          <TextInput
            label="Token address"
            type="url"
            required
            value={auth.tokenUrl}
            onChange={({ currentTarget }) => onChange(withValue(icims, 'tokenUrl', currentTarget.value.trim()))}
          />
          <TextInput
            label="Audience"
            value={auth.audience ?? ''}
            onChange={({ currentTarget }) => onChange(withValue(icims, 'audience', currentTarget.value.trim()))}
          />
        </>
      ) : null}
    </>
  );
}
