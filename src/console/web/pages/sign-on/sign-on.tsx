import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { api, dataOf } from '../../api.ts';
import { Door } from '../../parts/door.tsx';
import { ErrorNote } from '../../parts/told.tsx';

/** The address says whose provider to go to. */
export function SignOnPage({ from, onBack }: { from: string | undefined; onBack: () => void }) {
  const [email, setEmail] = useState('');
  const begin = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/v1/session/sign-on', { body: { email, ...(from === undefined ? {} : { place: from }) } })),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <Door title="Single sign-on">
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">You sign in where your company has its accounts, and come back here.</Text>
          <ErrorNote error={begin.error} />
          <TextInput
            label="E-mail address at your company"
            type="email"
            autoComplete="username"
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            autoFocus
            required
          />
          <Button type="submit" color="teal.9" loading={begin.isPending || begin.isSuccess}>
            Continue
          </Button>
          <Button variant="default" onClick={onBack}>
            Use a password
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
