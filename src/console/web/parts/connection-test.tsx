import { Button, List, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../api.ts';
import { useMay } from '../session.ts';
import { ErrorNote } from './told.tsx';

/** What the API user of a platform can see in iCIMS, asked now. */
export function ConnectionTest({ customerId }: { customerId: string }) {
  const allowed = useMay('connection.test', customerId);
  const test = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/platforms/{customerId}/connection-test', { params: { path: { customerId } }, body: {} }),
      ),
  });
  if (!allowed) return null;
  return (
    <Stack gap="xs" mt="sm" align="start">
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        Test the connection
      </Button>
      <ErrorNote error={test.error} />
      <div role="status">
        <List size="sm">
          {test.data?.checks.map(({ name, ok, sentence }) => (
            <List.Item key={name}>
              {name}: {ok ? 'in order.' : 'NOT in order.'} {sentence}
            </List.Item>
          ))}
        </List>
      </div>
    </Stack>
  );
}
