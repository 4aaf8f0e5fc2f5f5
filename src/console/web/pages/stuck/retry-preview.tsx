import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '../../parts/link.tsx';
import { When } from '../../parts/when.tsx';
import { durationWords, hires } from './duration-words.ts';
import { type Preview } from './retry-queries.ts';

interface PreviewProps {
  readonly preview: Preview;
  readonly perMinute: number;
  readonly starting: boolean;
  readonly onStart: () => void;
}

/** What a run would do, before it does anything. */
export function RetryPreview({ preview, perMinute, starting, onStart }: PreviewProps) {
  const { count, lastsSeconds } = preview;
  return (
    <Stack gap="xs" mt="md">
      <Title order={3} size="h5">
        What would happen
      </Title>
      <Text role="status">
        {count === 0
          ? 'Nothing is parked that fits. Choose other causes or a longer time.'
          : `${hires(count)} would be put back to work, ${perMinute} a minute: the last after ${durationWords(lastsSeconds)}. Nothing was changed yet.`}
      </Text>
      {count === 0 ? null : (
        <>
          <Fitting preview={preview} />
          <Button color="teal.9" loading={starting} onClick={onStart} style={{ alignSelf: 'start' }}>
            Start: {hires(count)}
          </Button>
        </>
      )}
    </Stack>
  );
}

function Fitting({ preview: { causes, oldestAt, sample, count } }: { preview: Preview }) {
  return (
    <>
      <List>
        {causes.map((cause) => (
          <List.Item key={cause.code}>
            {cause.count} with {cause.code}: {cause.sentence}
          </List.Item>
        ))}
      </List>
      <Group gap="xs">
        <Text size="sm">The first was parked</Text>
        <When at={oldestAt} size="sm" />
      </Group>
      <Text size="sm">{count > sample.length ? `The first ${sample.length} to go:` : 'They are:'}</Text>
      <List size="sm">
        {sample.map(({ id, workflowId, code, parkedAt }) => (
          <List.Item key={id}>
            <Group gap="xs">
              <Link to="/hires/$id" params={{ id }}>
                Workflow {workflowId}
              </Link>
              <span>{code}, parked</span>
              <When at={parkedAt} size="sm" />
            </Group>
          </List.Item>
        ))}
      </List>
    </>
  );
}
