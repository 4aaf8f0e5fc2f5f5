import { List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Schemas } from '../../api.ts';
import { Link } from '../../parts/link.tsx';
import { CategoryChoice } from './category-choice.tsx';
import { SaveBar } from './save-bar.tsx';
import { type StepProps } from './step-props.ts';
import { stepTitles } from './step-titles.ts';
import { useSave } from './use-document.ts';

interface Missing {
  readonly id: Schemas['SetupStepId'];
  readonly pointer: string;
  readonly sentence: string;
}

/** Switches the platform on and off, for some visa categories or for all; on only when nothing is missing. */
export function EnableStep({ document, setup }: StepProps) {
  const { customerId, enabled } = setup;
  const { save, reload } = useSave(customerId);
  const categories = [...new Set(document.packages.items.map(({ visaCategory }) => visaCategory))].sort();
  const [chosen, setChosen] = useState(document.enabledCategories ?? categories);
  const missing = setup.steps.flatMap(({ id, missing: parts }) => parts.map((part) => ({ ...part, id })));
  const bar = { saving: save.isPending, onReload: reload };
  return (
    <Stack>
      <MissingList customerId={customerId} missing={missing} />
      <CategoryChoice categories={categories} chosen={chosen} onChange={setChosen} />
      {enabled ? (
        <SaveBar
          {...bar}
          label="Save the categories"
          lacking={chosen.length === 0 ? 'Choose a category, or switch the platform off.' : ''}
          error={null}
          onSave={() => save.mutate({ enabledCategories: chosen })}
        />
      ) : null}
      <Text>{enabled ? ENABLED : 'The platform is switched off: nothing happens on any event.'}</Text>
      <SaveBar
        {...bar}
        label={enabled ? 'Switch off' : 'Enable'}
        lacking={enabled ? '' : lackingOf(missing, chosen)}
        error={save.error}
        onSave={() => save.mutate({ enabled: !enabled, enabledCategories: chosen })}
      />
    </Stack>
  );
}

const ENABLED =
  'The platform is enabled: events of iCIMS open cases. Switched off, every event is refused with a sentence that says so, and work under way waits.';

/** What is missing beside the categories, which are chosen on this page. */
function lackingOf(missing: readonly Missing[], chosen: readonly string[]): string {
  if (missing.some(({ id }) => id !== 'enable')) return 'Some steps are open yet.';
  return chosen.length === 0 ? 'Choose a visa category.' : '';
}

function MissingList({ customerId, missing }: { customerId: string; missing: readonly Missing[] }) {
  if (missing.length === 0) return null;
  return (
    <div>
      <Text fw={600}>Before it can be enabled:</Text>
      <List>
        {missing.map(({ id, pointer, sentence }) => (
          <List.Item key={pointer}>
            {sentence}{' '}
            <Link to="/platforms/$customerId/setup" params={{ customerId }} search={{ step: id }}>
              {stepTitles[id].title}
            </Link>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
