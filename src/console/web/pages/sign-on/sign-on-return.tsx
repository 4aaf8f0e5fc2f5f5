import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, dataOf } from '../../api.ts';
import { Door } from '../../parts/door.tsx';
import { Link } from '../../parts/link.tsx';
import { ErrorNote, Waiting } from '../../parts/told.tsx';
import { sessionQuery } from '../../session.ts';

/** Brings the provider's answer to the server: this page, and not the way back, carries the cookies. */
export function SignOnReturnPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mutate, error } = useMutation({
    mutationFn: (query: string) => dataOf(api.POST('/api/v1/session/sign-on/finish', { body: { query } })),
    onSuccess: async ({ place }) => {
      await queries.query({ ...sessionQuery, staleTime: 0 });
      await navigate({ to: place ?? '/hires', replace: true });
    },
  });
  useEffect(() => {
    const query = window.location.search.slice(1);
    if (query === '') return;
    // The code works once; it need not stay in the address and the history either.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    mutate(query);
  }, [mutate]);
  return (
    <Door title="Single sign-on">
      <ErrorNote error={error} />
      {error === null ? <Waiting /> : <Text size="sm">Nothing was changed.</Text>}
      <Link to="/sign-in" search={{}}>
        To the sign-in page
      </Link>
    </Door>
  );
}
