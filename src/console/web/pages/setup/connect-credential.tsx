import { Button, Group, PasswordInput, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { partsOf, valueOf, withValue, type Icims } from './connection.ts';

const MASK = '***';

interface CredentialProps {
  readonly icims: Icims;
  readonly stored: Icims;
  readonly onChange: (icims: Icims) => void;
}

/** Name and secret of the API user. A stored secret stays as long as its name and its addresses do. */
export function CredentialFields({ icims, stored, onChange }: CredentialProps) {
  const { name, secret, nameLabel, secretLabel } = partsOf[icims.auth.type];
  const label = useId();
  const isStored = valueOf(icims.auth, secret) === MASK;
  const change = (next: Icims): void => {
    const same = addressOf(next) === addressOf(stored) && valueOf(next.auth, name) === valueOf(stored.auth, name);
    onChange(!same && valueOf(next.auth, secret) === MASK ? withValue(next, secret, '') : next);
  };
  return (
    <>
      <TextInput
        label={nameLabel}
        required
        autoComplete="off"
        value={valueOf(icims.auth, name)}
        onChange={({ currentTarget }) => change(withValue(icims, name, currentTarget.value))}
      />
      {isStored ? (
        <Group gap="sm" role="group" aria-labelledby={label}>
          <Text size="sm" id={label}>
            {secretLabel}: stored, never shown.
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => onChange(withValue(icims, secret, ''))}>
            Replace it
          </Button>
        </Group>
      ) : (
        <PasswordInput
          label={secretLabel}
          required
          autoComplete="new-password"
          value={valueOf(icims.auth, secret)}
          onChange={({ currentTarget }) => onChange(withValue(icims, secret, currentTarget.value))}
          visibilityToggleButtonProps={{ 'aria-label': `Show the ${secretLabel.toLowerCase()}` }}
        />
      )}
    </>
  );
}

function addressOf({ apiBaseUrl, auth }: Icims): string {
  return [apiBaseUrl, auth.type, auth.type === 'oauth2' ? auth.tokenUrl : ''].join(' ');
}
