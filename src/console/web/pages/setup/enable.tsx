import { List, Stack, Text } from '@mantine/core';
import { Link } from '../../parts/link.tsx';
import { SaveBar } from './save-bar.tsx';
import { type StepProps } from './step-props.ts';
import { stepTitles } from './step-titles.ts';
import { useSave } from './use-document.ts';

/** Switches the platform on and off; on only when nothing is missing. */
export function EnableStep({ setup }: StepProps) {
  const { customerId, enabled } = setup;
  const { save, reload } = useSave(customerId);
  const missing = setup.steps.flatMap((step) => step.missing.map((part) => ({ ...part, id: step.id })));
  return (
    <Stack>
      {missing.length > 0 ? (
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
      ) : null}
      <Text>
        {enabled
          ? 'The platform is enabled: events of iCIMS open cases. Switched off, every event is refused with a sentence that says so, and work under way waits.'
          : 'The platform is switched off: nothing happens on any event.'}
      </Text>
      <SaveBar
        label={enabled ? 'Switch off' : 'Enable'}
        lacking={!enabled && missing.length > 0 ? 'Some steps are open yet.' : ''}
        saving={save.isPending}
        error={save.error}
        onSave={() => save.mutate({ enabled: !enabled })}
        onReload={reload}
      />
    </Stack>
  );
}
