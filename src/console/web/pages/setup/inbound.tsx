import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api.ts';
import { ErrorNote, Waiting } from '../../parts/told.tsx';
import { useMay } from '../../session.ts';
import { HeldCredentials } from './inbound-held.tsx';
import { MakeCredential } from './inbound-make.tsx';
import { type StepProps } from './step-props.ts';

/** What iCIMS sends its events with: made here, shown once, two at a time while a secret is changed, revoked. */
export function InboundStep({ setup, onDone }: StepProps) {
  const { customerId } = setup;
  const allowed = useMay('platforms.write', customerId);
  const { data, error } = useQuery({
    queryKey: ['inbound', customerId],
    queryFn: () =>
      dataOf(api.GET('/api/v1/platforms/{customerId}/inbound-credentials', { params: { path: { customerId } } })),
  });
  if (data === undefined) return error === null ? <Waiting /> : <ErrorNote error={error} />;
  return (
    <Stack>
      <ErrorNote error={error} />
      <HeldCredentials customerId={customerId} items={data.items} allowed={allowed} />
      {allowed ? (
        <MakeCredential customerId={customerId} items={data.items} />
      ) : (
        <Text>An admin of the platform makes these.</Text>
      )}
      {data.items.length > 0 ? (
        <Button color="teal.9" onClick={onDone} w="fit-content">
          Go on
        </Button>
      ) : null}
    </Stack>
  );
}
