import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Schemas } from '../../api.ts';
import { Asked } from './asked.tsx';
import { statusesQuery } from './icims-queries.ts';
import { SaveBar } from './save-bar.tsx';
import { StatusChoice } from './status-choice.tsx';
import { type StepProps } from './step-props.ts';
import { actions, type Chosen, fromTriggers, toTriggers, twiceChosen } from './trigger-choice.ts';
import { useSave } from './use-document.ts';

type Statuses = Schemas['IcimsNodes']['items'];

/** Which status of iCIMS does what. Statuses are chosen by the customer's own labels. */
export function TriggersStep(props: StepProps) {
  const query = useQuery(statusesQuery(props.setup.customerId));
  return (
    <Stack>
      <Asked query={query} what="the statuses of this platform" otherwise={<Choices {...props} statuses={[]} />}>
        {({ items }) => <Choices {...props} statuses={items} />}
      </Asked>
    </Stack>
  );
}

function Choices({ document, setup, onDone, statuses }: StepProps & { statuses: Statuses }) {
  const [chosen, setChosen] = useState<Chosen>(() => fromTriggers(document.triggers, statuses));
  const { save, reload } = useSave(setup.customerId, onDone);
  const twice = twiceChosen(chosen);
  return (
    <Stack maw={640}>
      {statuses.length === 0 ? <Text>Type the id of each status and press Enter, for example C20500.</Text> : null}
      {actions.map(({ action, label, description }) => (
        <StatusChoice
          key={action}
          label={label}
          description={description}
          statuses={statuses}
          value={chosen[action]}
          onChange={(ids) => setChosen({ ...chosen, [action]: ids })}
        />
      ))}
      <SaveBar
        lacking={lackingOf(chosen, twice)}
        saving={save.isPending}
        error={save.error}
        onSave={() => save.mutate({ triggers: toTriggers(chosen, document.triggers) })}
        onReload={reload}
      />
    </Stack>
  );
}

function lackingOf(chosen: Chosen, twice: string | undefined): string {
  if (twice !== undefined) return `Status ${twice} can do one thing only.`;
  return chosen['open-case'].length === 0 ? 'Choose at least one status that opens a case.' : '';
}
