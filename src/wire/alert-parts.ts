import { createMailer } from '../alerts/create-mailer.ts';
import { createWebhookChannel } from '../alerts/create-webhook-channel.ts';
import { type SendParts } from '../alerts/send-notices.ts';
import { type KnownSituation, type WatchParts } from '../alerts/watch.ts';
import { yearOfUse } from '../health/secret-ages.ts';
import { asList, type Platform } from '../platforms/platform.ts';
import { createIds } from '../runtime/create-ids.ts';
import { Failure } from '../runtime/failure.ts';
import { type Shared } from './share.ts';

const newId = createIds(Date.now);

/** What the rules of the alerts need. */
export function watchParts(shared: Shared): WatchParts {
  const { store, clock, publicUrl, config } = shared;
  const knownSituations = (): Promise<KnownSituation[]> => knownSituationsOf(shared);
  return { store: store.alerts, knownSituations, mail: config.mail !== undefined, newId, clock, publicUrl };
}

/** What the sending of notices needs. */
export function sendParts({ store, http, clock, onTrouble, config }: Shared): SendParts {
  const email = config.mail === undefined ? noMail : createMailer(config.mail);
  return { store: store.alerts, channels: { email, webhook: createWebhookChannel({ http, clock }) }, clock, onTrouble };
}

/** A notice that was kept while there was a mail server; it is sent when there is one again within a day. */
function noMail(): Promise<void> {
  throw new Failure('unavailable', 'MAIL_UNAVAILABLE', 'No mail server is configured (SMTP_URL).');
}

/** Platforms that are switched off are watched by nobody. */
async function knownSituationsOf({ store, registry, icims }: Shared): Promise<KnownSituation[]> {
  const served = registry.list().filter(({ enabled }) => enabled);
  const ids = served.map(({ customerId }) => customerId);
  const [raised, secrets] = await Promise.all([store.platforms.allAttention(), store.health.secretsOf(ids)]);
  const attentionBy = Map.groupBy(raised, ({ customerId }) => customerId);
  const secretsBy = Map.groupBy(secrets, ({ customerId }) => customerId);
  return served.map((platform) => ({
    customerId: platform.customerId,
    attention: attentionBy.get(platform.customerId) ?? [],
    allowance: icims.allowanceOf(platform),
    rotating: isRotating(platform),
    expiring: (secretsBy.get(platform.customerId) ?? []).map(({ secret, since }) => ({ secret, at: yearOfUse(since) })),
  }));
}

function isRotating({ inbound }: Platform): boolean {
  return [inbound.basic, inbound.hmac, inbound.oauth2].some((each) => asList<unknown>(each).length > 1);
}
