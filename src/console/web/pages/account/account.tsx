import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ErrorNote, Waiting } from '../../parts/told.tsx';
import { sessionQuery } from '../../session.ts';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';

/** One's own password, and where one is signed in. */
export function AccountPage() {
  const { data, error } = useQuery({
    queryKey: ['own-sessions'],
    queryFn: () => dataOf(api.GET('/api/v1/account/sessions')),
  });
  return (
    <Stack>
      <PageHead title="Your account" />
      <Who />
      <ErrorNote error={error} />
      {data === undefined ? (
        error === null && <Waiting />
      ) : (
        <>
          <Sessions sessions={data.items} />
          <Password signOn={data.items.find(({ current }) => current)?.signOn ?? null} />
        </>
      )}
    </Stack>
  );
}

function Who() {
  const { data: session } = useQuery(sessionQuery);
  return (
    <Text>
      {session?.person.name}, {session?.person.email}
    </Text>
  );
}

/** Whoever came by single sign-on has theirs elsewhere. */
function Password({ signOn }: { signOn: string | null }) {
  if (signOn === null) return <PasswordForm />;
  return (
    <Text>
      You came in by the single sign-on of {signOn}: change your password at your company. If you also have one here,
      sign in with it to change it.
    </Text>
  );
}
