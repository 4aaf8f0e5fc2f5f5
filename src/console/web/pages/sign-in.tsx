import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf } from '../api.ts';
import { Door } from '../parts/door.tsx';
import { ErrorNote } from '../parts/told.tsx';
import { sessionQuery } from '../session.ts';
import { SignOnPage } from './sign-on/sign-on.tsx';

/** By password, or at the provider of one's company. */
export function SignInPage({ from }: { from?: string | undefined }) {
  const [byProvider, setByProvider] = useState(false);
  if (byProvider) return <SignOnPage from={from} onBack={() => setByProvider(false)} />;
  return <PasswordPage from={from} onSignOn={() => setByProvider(true)} />;
}

/** Password first, then the second factor. */
function PasswordPage({ from, onSignOn }: { from: string | undefined; onSignOn: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { signIn, halfWay } = useSignIn(from);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    signIn.mutate({ email, password, ...(halfWay ? { code } : {}) });
  };
  return (
    <Door title={halfWay ? 'Second factor' : 'Sign in'}>
      <form onSubmit={submit}>
        <Stack>
          <ErrorNote error={signIn.error} />
          {halfWay ? (
            <TextInput
              label="Code of the authenticator app, or a recovery code"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              autoFocus
              required
            />
          ) : (
            <>
              <TextInput
                label="E-mail address"
                type="email"
                autoComplete="username"
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
                required
              />
              <PasswordInput
                label="Password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                required
                visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
              />
            </>
          )}
          <Button type="submit" color="teal.9" loading={signIn.isPending}>
            {halfWay ? 'Sign in' : 'Continue'}
          </Button>
          {halfWay ? null : (
            <Button variant="default" onClick={onSignOn}>
              Use single sign-on
            </Button>
          )}
        </Stack>
      </form>
    </Door>
  );
}

function useSignIn(from: string | undefined) {
  const [halfWay, setHalfWay] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string; code?: string }) =>
      dataOf(api.POST('/api/v1/session', { body })),
    onSuccess: async ({ status }) => {
      if (status === 'second-factor-needed') {
        setHalfWay(true);
        return;
      }
      await queries.query({ ...sessionQuery, staleTime: 0 });
      await navigate({ to: from ?? '/hires' });
    },
  });
  return { signIn, halfWay };
}
