import { Alert, Badge, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { type Schemas } from '../../api.ts';
import { When } from '../../parts/when.tsx';

type ConnectionTest = Schemas['ConnectionTest'];
type FieldCheck = Schemas['FieldCheck'];

const recordOf = {
  people: 'Person',
  jobs: 'Job',
  companies: 'Location',
  applicantworkflows: 'Recruiting workflow',
  onboardworkflows: 'Onboarding workflow',
} as const satisfies Record<Schemas['IcimsProfile'], string>;

const looks = {
  readable: { word: 'readable', color: 'teal.9' },
  empty: { word: 'empty here', color: 'gray.8' },
  missing: { word: 'not found', color: 'red.9' },
  'not-permitted': { word: 'not permitted', color: 'red.9' },
  unknown: { word: 'not asked', color: 'orange.9' },
} as const satisfies Record<FieldCheck['state'], { word: string; color: string }>;

/** What a test found: first what is wrong, then every field. */
export function ConnectionResult({ test }: { test: ConnectionTest }) {
  const { limit, remaining } = test.allowance;
  return (
    <Stack aria-label="Result of the test" role="group">
      <Alert
        variant="outline"
        color={test.ok ? 'teal' : 'red'}
        title={test.ok ? 'All is well' : 'Something is missing'}
        role="status"
      >
        <List size="sm">
          {test.checks.map(({ name, ok, sentence }) => (
            <List.Item key={name}>
              <b>{ok ? 'in order' : 'NOT in order'}</b>, {name}: {sentence}
            </List.Item>
          ))}
        </List>
      </Alert>
      <Group gap="xs">
        <Text size="sm">Asked by {test.testedBy} at</Text>
        <When at={test.testedAt} size="sm" />
        <Text size="sm">
          iCIMS calls left today: {remaining} of {limit}.
        </Text>
      </Group>
      {Object.entries(recordOf).map(([profile, title]) => (
        <Fields key={profile} title={title} fields={test.fields.filter((field) => field.profile === profile)} />
      ))}
    </Stack>
  );
}

function Fields({ title, fields }: { title: string; fields: readonly FieldCheck[] }) {
  if (fields.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5">
        {title}
      </Title>
      <Table aria-label={title} layout="fixed">
        <Table.Tbody>
          {fields.map(({ field, label, state, why, mend }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" fw={500} style={{ overflowWrap: 'anywhere' }}>
                {label === null ? field : `${label} (${field})`}
                <Text size="xs" c="dimmed">
                  {why.join(', ')}
                </Text>
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Badge color={looks[state].color} variant="filled" tt="none" autoContrast>
                  {looks[state].word}
                </Badge>
                {mend === null ? null : <Text size="sm">{mend}</Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
