import { Alert, List, Stack, Table, Text, Title } from '@mantine/core';
import { type Schemas } from '../../api.ts';
import { When } from '../../parts/when.tsx';

type DryRun = Schemas['DryRun'];

const titles = {
  'open-case': 'A case would be opened',
  'update-case': 'The case would get the changed data',
  'withdraw-case': 'The case would be withdrawn',
} as const;

const outcomes = {
  ignored: { title: 'Nothing would happen', color: 'gray' },
  duplicate: { title: 'Refused: it was received already', color: 'orange' },
  refused: { title: 'Refused: the recruiter would be asked to mend something', color: 'orange' },
  failed: { title: 'iCIMS could not be read', color: 'red' },
} as const;

/** What would happen, in the order in which it would. */
export function DryRunResult({ result }: { result: DryRun }) {
  const { outcome, action, later } = result;
  const { title, color } =
    outcome === 'accepted' ? { title: titles[action ?? 'open-case'], color: 'teal' } : outcomes[outcome];
  return (
    <Stack role="status">
      <Alert variant="outline" color={color} title={title}>
        <Text>{result.sentence}</Text>
        <List size="sm">
          {factsOf(result).map((fact) => (
            <List.Item key={fact}>{fact}</List.Item>
          ))}
        </List>
        <Earlier earlier={result.earlier} />
      </Alert>
      <Problems problems={result.problems} />
      {later.length === 0 ? null : (
        <Text size="sm">The category needs later, and it may follow: {later.join(', ')}.</Text>
      )}
      <Entry writeBack={result.writeBack} />
    </Stack>
  );
}

function factsOf({ status, code, package: item, outcome, caseSystem, enabled }: DryRun): string[] {
  return [
    `iCIMS would be answered ${status}${code === null ? '' : ` (${code})`}.`,
    ...(item === null ? [] : [`Package ${item.label}, visa category ${item.visaCategory}.`]),
    ...(outcome === 'accepted' ? [`Case system: ${caseSystem}.`] : []),
    ...(enabled ? [] : ['The platform is switched off: until it is enabled every event is refused.']),
  ];
}

function Earlier({ earlier }: Pick<DryRun, 'earlier'>) {
  if (earlier === null) return null;
  return (
    <Text size="sm" component="div">
      The open request {earlier.id} was accepted <When at={earlier.acceptedAt} size="sm" span />.
    </Text>
  );
}

function Problems({ problems }: Pick<DryRun, 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5">
        To be filled in first
      </Title>
      <List>
        {problems.map(({ key, label, kind, wanted }) => (
          <List.Item key={key}>
            {label}: {kind === 'missing' ? 'is missing' : `must be ${wanted ?? 'another value'}`}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Entry({ writeBack }: Pick<DryRun, 'writeBack'>) {
  if (writeBack === null) return null;
  return (
    <div>
      <Title order={3} size="h5">
        Written into iCIMS when the case is open
      </Title>
      <Table aria-label="Entry in iCIMS" layout="fixed">
        <Table.Tbody>
          {writeBack.values.map(({ field, value }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" fw={500} style={{ overflowWrap: 'anywhere' }}>
                {writeBack.collection}.{field}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
