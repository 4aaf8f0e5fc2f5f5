import { type AlertSettings } from './alert-settings.ts';
import { type Message, type NewNotice, type Target } from './notice.ts';

/** The ways by which people can be reached just now. */
export interface Reach {
  /** False while no mail server is configured. */
  readonly mail: boolean;
  readonly operators: readonly string[];
}

/** Everybody who is told of a platform, each once. */
export function targetsOf(settings: AlertSettings, { mail, operators }: Reach): readonly Target[] {
  const addresses = [...settings.recipients, ...(settings.operators ? operators : [])];
  const webhook: readonly Target[] = settings.webhook === null ? [] : [{ channel: 'webhook' }];
  return [...(mail ? mailTo(addresses) : []), ...webhook];
}

/** The operators, who are told of the whole service. */
export function operatorTargets({ mail, operators }: Reach): readonly Target[] {
  return mail ? mailTo(operators) : [];
}

/** A notice for each target. `key` names the occasion. */
export function noticesFor(targets: readonly Target[], key: string, message: Message): readonly NewNotice[] {
  return targets.map((target) => {
    const whom = target.channel === 'email' ? `email:${target.to}` : 'webhook';
    return { key: `${key}:${whom}`, target, message };
  });
}

function mailTo(addresses: readonly string[]): readonly Target[] {
  const each = new Set(addresses.map((address) => address.toLowerCase()));
  return [...each].map((to) => ({ channel: 'email', to }));
}
