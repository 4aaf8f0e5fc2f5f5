import { Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent } from 'react';
import { api, dataOf } from '../../api.ts';
import { ErrorNote } from '../../parts/told.tsx';
import { useTyped } from '../../parts/use-typed.ts';
import { sessionQuery } from '../../session.ts';

const nothing = { password: '', newPassword: '', code: '' };

/** Asks for what signing in asks for; all other sessions end. */
export function PasswordForm() {
  const { data: session } = useQuery(sessionQuery);
  const { typed, setTyped, field: bind } = useTyped(nothing);
  const change = useChange(() => setTyped(nothing));
  const field = (name: keyof typeof typed) => ({ ...bind(name), required: true });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    change.mutate(typed);
  };
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        Change your password
      </Title>
      <form onSubmit={submit}>
        <Stack maw={440}>
          {/* For password managers, which otherwise do not know whose password this is. */}
          <input type="email" autoComplete="username" value={session?.person.email ?? ''} readOnly hidden />
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            {...field('password')}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the present password' }}
          />
          <PasswordInput
            label="New password"
            description="At least 12 characters; not your name, and none that many people use"
            minLength={12}
            maxLength={200}
            autoComplete="new-password"
            {...field('newPassword')}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the new password' }}
          />
          <TextInput
            label="Code of the authenticator app, or a recovery code"
            autoComplete="one-time-code"
            {...field('code')}
          />
          <Text size="sm">You stay signed in here; everywhere else you are signed out.</Text>
          <Button type="submit" color="teal.9" loading={change.isPending} style={{ alignSelf: 'start' }}>
            Change password
          </Button>
          <ErrorNote error={change.error} />
          {change.isSuccess ? <Text role="status">Your password was changed.</Text> : null}
        </Stack>
      </form>
    </Card>
  );
}

function useChange(onChanged: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: typeof nothing) => dataOf(api.PUT('/api/v1/account/password', { body })),
    onSuccess: async () => {
      onChanged();
      // It is another session now, with another CSRF token.
      await queries.query({ ...sessionQuery, staleTime: 0 });
      await queries.invalidateQueries({ queryKey: ['own-sessions'] });
    },
  });
}
