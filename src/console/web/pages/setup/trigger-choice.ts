import { sameId } from './icims-queries.ts';
import { type PlatformDocument } from './step-props.ts';

type Trigger = PlatformDocument['triggers'][number];
type Action = Trigger['action'];

/** Status ids by what they do. */
export type Chosen = Readonly<Record<Action, readonly string[]>>;

/** The event that iCIMS sends when somebody is moved to another status. */
const EVENT_TYPE = 'WorkFlowStatusChangeEvent';

export const actions: readonly { readonly action: Action; readonly label: string; readonly description: string }[] = [
  {
    action: 'open-case',
    label: 'Statuses that open a case',
    description: 'For example the status that a candidate is moved to when the offer was accepted.',
  },
  {
    action: 'withdraw-case',
    label: 'Statuses that withdraw a case',
    description: 'For example an offer that was rescinded or declined.',
  },
  {
    action: 'update-case',
    label: 'Statuses that send changed data to the case',
    description: 'The candidate is read again, and the case gets what changed.',
  },
];

/** The status triggers of a document, under the ids of the platform's list. */
export function fromTriggers(triggers: readonly Trigger[], statuses: readonly { readonly id: string }[]): Chosen {
  const idsOf = (action: Action): string[] =>
    triggers
      .filter((trigger) => trigger.eventType === EVENT_TYPE && trigger.action === action)
      .flatMap(({ newStatus }) => newStatus)
      .map((id) => statuses.find((status) => sameId(status.id, id))?.id ?? id);
  return {
    'open-case': idsOf('open-case'),
    'withdraw-case': idsOf('withdraw-case'),
    'update-case': idsOf('update-case'),
  };
}

/** What is chosen as triggers; those of other events stay as they are. */
export function toTriggers(chosen: Chosen, before: readonly Trigger[]): Trigger[] {
  const ours = actions.flatMap(({ action }): Trigger[] => {
    const newStatus = [...chosen[action]];
    return newStatus.length === 0 ? [] : [{ eventType: EVENT_TYPE, newStatus, action }];
  });
  return [...ours, ...before.filter(({ eventType }) => eventType !== EVENT_TYPE)];
}

/** A status that was chosen for two actions. */
export function twiceChosen(chosen: Chosen): string | undefined {
  const all = Object.values(chosen).flat();
  return all.find((id, at) => all.findIndex((other) => sameId(id, other)) !== at);
}
