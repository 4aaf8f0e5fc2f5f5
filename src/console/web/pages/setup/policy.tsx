import { Alert, Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';
import { Rows } from '../../parts/paged-list.tsx';
import { ErrorNote, Waiting } from '../../parts/told.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session.ts';
import { type StepProps } from './step-props.ts';
import { setupQuery } from './use-document.ts';

/** The text, who accepted it and when; a new text asks again. */
export function PolicyStep({ setup, onDone }: StepProps) {
  const { data: policy, error } = useQuery({
    queryKey: ['privacy-policy'],
    queryFn: () => dataOf(api.GET('/api/v1/privacy-policy')),
  });
  if (policy === undefined) return error === null ? <Waiting /> : <ErrorNote error={error} />;
  return (
    <Stack>
      <PolicyText policy={policy} />
      <Acceptances policy={setup.policy} />
      <Accept customerId={setup.customerId} policy={setup.policy} onDone={onDone} />
    </Stack>
  );
}

function PolicyText({ policy: { title, version, sections } }: { policy: Schemas['PrivacyPolicy'] }) {
  return (
    <Card withBorder component="article" aria-label={title}>
      <Title order={3} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        Text of {version}
      </Text>
      {sections.map(({ heading, paragraphs }) => (
        <Stack key={heading} gap={4} mt="sm">
          <Title order={4} size="h5">
            {heading}
          </Title>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} size="sm">
              {paragraph}
            </Text>
          ))}
        </Stack>
      ))}
    </Card>
  );
}

type Policy = Schemas['Setup']['policy'];

function Acceptances({ policy: { acceptances } }: { policy: Policy }) {
  if (acceptances.length === 0) return null;
  return (
    <Rows label="Who accepted it" head={['Text', 'Accepted by', 'When']}>
      {acceptances.map(({ version, acceptedBy, acceptedAt }) => (
        <Table.Tr key={version}>
          <Table.Td>{version}</Table.Td>
          <Table.Td>{acceptedBy}</Table.Td>
          <Table.Td>
            <When at={acceptedAt} size="sm" />
          </Table.Td>
        </Table.Tr>
      ))}
    </Rows>
  );
}

function Accept({ customerId, policy, onDone }: { customerId: string; policy: Policy; onDone: () => void }) {
  const queries = useQueryClient();
  const allowed = useMay('platforms.write', customerId);
  const { version, acceptances } = policy;
  const accept = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/platforms/{customerId}/policy-acceptance', {
          params: { path: { customerId } },
          body: { version },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: setupQuery(customerId).queryKey });
      onDone();
    },
  });
  if (acceptances.some((one) => one.version === version))
    return (
      <Group>
        <Button color="teal.9" onClick={onDone}>
          Go on
        </Button>
      </Group>
    );
  if (!allowed) return <Text>An admin of the platform has to accept this text.</Text>;
  return (
    <Stack align="start">
      {acceptances.length > 0 ? (
        <Alert variant="outline" color="orange" title="The text is new">
          An earlier text was accepted. The platform keeps working; to enable it again, the new text has to be accepted.
        </Alert>
      ) : null}
      <ErrorNote error={accept.error} />
      <Button color="teal.9" loading={accept.isPending} onClick={() => accept.mutate()}>
        I have read this and accept it
      </Button>
    </Stack>
  );
}
