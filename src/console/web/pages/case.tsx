import { Button, Card, Group, Stack, Text, Timeline, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api.ts';
import { Fields } from '../parts/fields.tsx';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { ErrorNote, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { useMay } from '../session.ts';

type Case = Schemas['Case'];

/** One case: its data, its history, and its state, which iCIMS is told of. */
export function CasePage({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['case', id],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  });
  if (data === undefined) return error === null ? <Waiting /> : <ErrorNote error={error} />;
  return (
    <Stack>
      <PageHead title={`Case ${data.number}`}>
        <StateBadge state={data.state} />
      </PageHead>
      <Text>
        {data.visaCategory}, from{' '}
        <Link to="/hires/$id" params={{ id: data.hireId }}>
          this hire
        </Link>{' '}
        of platform {data.customerId}.
      </Text>
      <NextStates theCase={data} />
      <History theCase={data} />
      <Card withBorder component="section">
        <Title order={2} size="h4" mb="sm">
          Data
        </Title>
        <Fields fields={data.fields} hireId={data.hireId} />
      </Card>
    </Stack>
  );
}

const next = {
  open: ['in-progress', 'completed', 'failed'],
  'in-progress': ['completed', 'failed'],
  completed: [],
  failed: [],
  withdrawn: [],
} as const satisfies Record<Case['state'], readonly string[]>;

function NextStates({ theCase }: { theCase: Case }) {
  const queries = useQueryClient();
  const allowed = useMay('cases.write', theCase.customerId);
  const report = useMutation({
    mutationFn: (state: 'in-progress' | 'completed' | 'failed') =>
      dataOf(api.POST('/api/v1/hires/{id}/case-state', { params: { path: { id: theCase.hireId } }, body: { state } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case'] }),
  });
  if (!allowed || next[theCase.state].length === 0) return null;
  return (
    <Stack gap="xs">
      <Group>
        {next[theCase.state].map((state) => (
          <Button key={state} variant="default" loading={report.isPending} onClick={() => report.mutate(state)}>
            Mark {state}
          </Button>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        The entry on the iCIMS workflow follows. A completed or failed case is closed for good.
      </Text>
      <ErrorNote error={report.error} />
    </Stack>
  );
}

function History({ theCase: { history } }: { theCase: Case }) {
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        History
      </Title>
      <Timeline active={history.length - 1} color="teal.9" bulletSize={18}>
        {history.map(({ at, what }) => (
          <Timeline.Item key={`${at} ${what}`} title={what}>
            <When at={at} size="sm" />
          </Timeline.Item>
        ))}
      </Timeline>
    </Card>
  );
}
