import { Badge, Box, Flex, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type Schemas } from '../../api.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ErrorNote, Waiting } from '../../parts/told.tsx';
import { StepLink } from './step-link.tsx';
import { type SetupStep } from './step-props.ts';
import { steps } from './steps.ts';
import { documentQuery, setupQuery, type Held } from './use-document.ts';

type Setup = Schemas['Setup'];

const ROUTE = '/platforms/$customerId/setup';
const words = { done: 'done', open: 'to do', optional: 'as it is, or to change' } as const;

/** The guided path of one platform: left at any time, taken up again at the first step that is open. */
export function SetupPage() {
  const customerId = useParams({ strict: false, select: ({ customerId: id }: { customerId?: string }) => id ?? '' });
  const { data: held, error } = useQuery(documentQuery(customerId));
  const { data: setup, error: setupError } = useQuery(setupQuery(customerId));
  if (held !== undefined && setup !== undefined) return <Path held={held} setup={setup} />;
  return (error ?? setupError) === null ? <Waiting /> : <ErrorNote error={error ?? setupError} />;
}

function Path({ held, setup }: { held: Held; setup: Setup }) {
  const { customerId } = setup;
  const asked = useSearch({ strict: false, select: ({ step }: { step?: string }) => step });
  const navigate = useNavigate();
  const at = indexOf(asked, setup);
  const step = steps[at];
  if (step === undefined) return null;
  const goTo = (id: string): void => {
    void navigate({ to: ROUTE, params: { customerId }, search: { step: id } });
  };
  const goOn = (): void => goTo(steps[at + 1]?.id ?? step.id);
  return (
    <>
      <PageHead title={`Set up ${setup.name}`}>
        <Link to="/platforms/$customerId/versions" params={{ customerId }}>
          Versions, export and import
        </Link>
        <Badge color={setup.enabled ? 'teal.9' : 'gray.8'} variant="filled" tt="none" autoContrast>
          {setup.enabled ? 'enabled' : 'switched off'}
        </Badge>
      </PageHead>
      <Flex direction={{ base: 'column', md: 'row' }} gap="lg">
        <StepList setup={setup} current={step} onPick={goTo} />
        <Box component="section" flex={1} miw={0} aria-labelledby="step-title">
          <StepHead step={step} setup={setup} at={at} />
          <step.Step key={`${step.id} ${held.formKey}`} document={held.document} setup={setup} onDone={goOn} />
        </Box>
      </Flex>
    </>
  );
}

/** The step that was asked for, else the first that is open. */
function indexOf(asked: string | undefined, setup: Setup): number {
  const named = steps.findIndex(({ id }) => id === asked);
  if (named >= 0) return named;
  const open = steps.findIndex(({ id }) => setup.steps.some((step) => step.id === id && step.state === 'open'));
  return open >= 0 ? open : steps.length - 1;
}

function StepHead({ step, setup, at }: { step: SetupStep; setup: Setup; at: number }) {
  const missing = setup.steps.find(({ id }) => id === step.id)?.missing ?? [];
  return (
    <Stack gap={4} mb="md">
      <Text size="sm" c="dimmed">
        Step {at + 1} of {steps.length}
      </Text>
      <Title order={2} size="h3" id="step-title">
        {step.title}
      </Title>
      <Text>{step.about}</Text>
      {missing.map(({ pointer, sentence }) => (
        <Text key={pointer} size="sm" fw={600}>
          Still missing: {sentence}
        </Text>
      ))}
    </Stack>
  );
}

interface StepListProps {
  readonly setup: Setup;
  readonly current: SetupStep;
  readonly onPick: (id: string) => void;
}

function StepList({ setup, current, onPick }: StepListProps) {
  const stateOf = (id: string): string => words[setup.steps.find((step) => step.id === id)?.state ?? 'open'];
  return (
    <>
      <NativeSelect
        hiddenFrom="md"
        label="Step"
        value={current.id}
        onChange={({ currentTarget }) => onPick(currentTarget.value)}
        data={steps.map(({ id, title }, index) => ({ value: id, label: `${index + 1}. ${title}: ${stateOf(id)}` }))}
      />
      <Box component="nav" aria-label="Steps" visibleFrom="md" w={240} flex="none">
        {steps.map(({ id, title }, index) => (
          <StepLink
            key={id}
            to={ROUTE}
            params={{ customerId: setup.customerId }}
            search={{ step: id }}
            label={
              <>
                <Group justify="space-between" wrap="nowrap" gap="xs">
                  <span>{`${index + 1}. ${title}`}</span>
                  <span aria-hidden>{stateOf(id) === 'done' ? '✓' : ''}</span>
                </Group>
                <Text size="xs" c="dimmed">
                  {stateOf(id)}
                </Text>
              </>
            }
            fw={id === current.id ? 700 : 400}
            bg={id === current.id ? 'var(--mantine-color-default-hover)' : undefined}
            aria-current={id === current.id ? 'step' : undefined}
          />
        ))}
      </Box>
    </>
  );
}
