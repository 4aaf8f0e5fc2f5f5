import { Button, Card, Group, Stack, Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api.ts';
import { Fields } from '../parts/fields.tsx';
import { Link } from '../parts/link.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { ErrorNote, Waiting } from '../parts/told.tsx';
import { When } from '../parts/when.tsx';
import { movesFrom, useMoveCase } from '../parts/use-move-case.ts';
import { WriteBackBadge } from '../parts/write-back-badge.tsx';
import { useMay } from '../session.ts';
import { CaseDocuments } from './cases/documents.tsx';

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
        <WriteBackBadge writeBack={data.writeBack} />
      </PageHead>
      <Text>
        {data.visaCategory}, from{' '}
        <Link to="/hires/$id" params={{ id: data.hireId }}>
          this hire
        </Link>{' '}
        of platform {data.customerId}.
      </Text>
      <NextStates theCase={data} />
      <CaseDocuments theCase={data} />
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

function NextStates({ theCase }: { theCase: Case }) {
  const { customerId, hireId, state: now } = theCase;
  const allowed = useMay('cases.write', customerId);
  const move = useMoveCase();
  if (!allowed || movesFrom[now].length === 0) return null;
  return (
    <Stack gap="xs">
      <Group>
        {movesFrom[now].map((to) => (
          <Button key={to} variant="default" loading={move.isPending} onClick={() => move.mutate({ hireId, to })}>
            Mark {to}
          </Button>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        The entry on the iCIMS workflow follows. A completed or failed case is closed for good.
      </Text>
      <ErrorNote error={move.error} />
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
        {history.map(({ at, what, about, by }) => (
          <Timeline.Item key={`${at} ${what} ${about.join()}`} title={[what, ...about].join(' ')}>
            <When at={at} size="sm" />
            {by === null ? null : <Text size="sm">by {by}</Text>}
          </Timeline.Item>
        ))}
      </Timeline>
    </Card>
  );
}
