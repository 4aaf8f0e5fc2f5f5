import { Button, Code, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf, type Schemas } from '../api.ts';
import { Door } from '../parts/door.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { ErrorNote, Waiting } from '../parts/told.tsx';
import { useTyped } from '../parts/use-typed.ts';
import { sessionQuery } from '../session.ts';

/** The secret of the link is in its fragment, which no server sees. */
export function InvitationPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [codes, setCodes] = useState<readonly string[]>();
  const { data, error } = useQuery({
    queryKey: ['invitation'],
    queryFn: () => dataOf(api.POST('/api/v1/invitations/read', { body: { token } })),
    retry: false,
    staleTime: Infinity,
  });
  if (codes !== undefined) return <RecoveryCodes codes={codes} />;
  return (
    <Door title="Create your account">
      <ErrorNote error={error} />
      {data === undefined ? (
        error === null && <Waiting />
      ) : (
        <AccountForm token={token} invitation={data} onCreated={setCodes} />
      )}
    </Door>
  );
}

interface Form {
  readonly token: string;
  readonly invitation: Schemas['OpenInvitation'];
  readonly onCreated: (codes: readonly string[]) => void;
}

function AccountForm({ token, invitation, onCreated }: Form) {
  const { typed, field: bind } = useTyped({ email: invitation.email ?? '', name: '', password: '', code: '' });
  const field = (name: keyof typeof typed) => ({ ...bind(name), required: true });
  const accept = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/invitations/accept', { body: { token, ...typed } })),
    onSuccess: ({ recoveryCodes }) => onCreated(recoveryCodes),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <ErrorNote error={accept.error} />
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="username"
          readOnly={invitation.email !== null}
          {...field('email')}
        />
        <TextInput label="Name" autoComplete="name" {...field('name')} />
        <PasswordInput
          label="Password"
          description="At least 12 characters; not your name, and none that many people use"
          minLength={12}
          autoComplete="new-password"
          {...field('password')}
          visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
        />
        <SecondFactor uri={invitation.totpUri} />
        <TextInput
          label="Code that the app shows"
          inputMode="numeric"
          pattern="[0-9]{6}"
          autoComplete="one-time-code"
          {...field('code')}
        />
        <Button type="submit" color="teal.9" loading={accept.isPending}>
          Create account
        </Button>
      </Stack>
    </form>
  );
}

function SecondFactor({ uri }: { uri: string }) {
  return (
    <Stack gap="xs" align="center">
      <Text size="sm">Scan this with an authenticator app, or type the secret below into it.</Text>
      <QrCode text={uri} />
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {new URL(uri).searchParams.get('secret')}
      </Code>
    </Stack>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const go = async (): Promise<void> => {
    await queries.query({ ...sessionQuery, staleTime: 0 });
    await navigate({ to: '/hires' });
  };
  return (
    <Door title="Keep these recovery codes">
      <Text>Each opens your account once when the authenticator app is lost. They are not shown again.</Text>
      <Code block>{codes.join('\n')}</Code>
      <Button color="teal.9" onClick={() => void go()}>
        I have kept them
      </Button>
    </Door>
  );
}
