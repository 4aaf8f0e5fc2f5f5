import { type AlertSettings } from '../alerts/alert-settings.ts';
import { isZone } from '../alerts/digest-day.ts';
import { type components } from '../contract/generated/admin.ts';
import { RequestFailure, type RequestFault } from '../contract/request-failure.ts';
import { MASK } from '../platforms/platform-secrets.ts';
import { toFailure } from '../runtime/failure.ts';

type SentSettings = components['schemas']['AlertSettings'];

/** The settings as they may be shown: the secret masked. */
export function shownSettings({ webhook, recipients, ...settings }: AlertSettings): SentSettings {
  const shownHook = webhook === null ? null : { url: webhook.url, secret: MASK };
  return { ...settings, recipients: [...recipients], webhook: shownHook };
}

/**
 * What sent settings make of the stored ones: a masked secret is the stored one of the same address.
 *
 * @throws RequestFailure INVALID_REQUEST that names every fault.
 */
export function toSettings(sent: SentSettings, stored: AlertSettings, checkUrl: (url: string) => void): AlertSettings {
  const webhook = keepSecret(sent.webhook, stored.webhook);
  const faults: RequestFault[] = [
    ...(isZone(sent.digest.zone) ? [] : [fault('/digest/zone', 'must be an IANA time zone such as America/New_York')]),
    ...(webhook === null ? [] : hookFaults(webhook, checkUrl)),
  ];
  if (faults.length > 0) {
    const named = faults.map(({ pointer, problem }) => `${pointer} ${problem}`).join('; ');
    throw new RequestFailure('INVALID_REQUEST', `The settings have a fault: ${named}.`, faults);
  }
  const recipients = [...new Set(sent.recipients.map((address) => address.toLowerCase()))];
  return { ...sent, recipients, webhook };
}

function keepSecret(sent: SentSettings['webhook'], stored: AlertSettings['webhook']): AlertSettings['webhook'] {
  return sent?.secret === MASK && sent.url === stored?.url ? stored : sent;
}

function hookFaults({ url, secret }: { url: string; secret: string }, checkUrl: (url: string) => void): RequestFault[] {
  if (secret === MASK) return [fault('/webhook/secret', 'is masked, but no secret is stored for this address')];
  try {
    checkUrl(url);
    return [];
  } catch (thrown) {
    return [fault('/webhook/url', `is refused. ${toFailure(thrown).message}`)];
  }
}

function fault(pointer: string, problem: string): RequestFault {
  return { pointer, problem };
}
