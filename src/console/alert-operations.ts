import { may, reachOf } from '../accounts/rights.ts';
import { type Alert, type AlertStore } from '../alerts/alert-store.ts';
import { noticesFor, targetsOf } from '../alerts/targets-of.ts';
import { toTestMessage } from '../alerts/to-message.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { type AlertReading } from './alert-reading.ts';
import { shownSettings, toSettings } from './alert-settings.ts';
import { show } from './show.ts';
import { findPlatform } from './shown-platform.ts';

type AlertOperations = Pick<
  operations,
  'listAlerts' | 'acknowledgeAlert' | 'listNotices' | 'getAlertSettings' | 'putAlertSettings' | 'testAlerts'
>;

/** What the operations on alerts need besides. */
export interface AlertParts {
  readonly alerts: AlertStore;
  readonly alertReading: AlertReading;
  /** False while no mail server is configured. */
  readonly mail: boolean;
  readonly publicUrl: string;
  readonly newId: () => string;
}

type Parts = OperatorParts & AlertParts;

/** Alerts, who is told of them, and what became of the telling. */
export function alertOperations(parts: Parts): Handlers<AlertOperations, AdminCaller> {
  return {
    listAlerts: async ({ query: { limit, ...query }, caller }) => {
      const platforms = reachOf(caller.grants, 'platforms.read');
      const page = await parts.alertReading.listAlerts({ limit: limit ?? 50, ...query, platforms });
      return { status: 200, body: show(page) };
    },
    acknowledgeAlert: async ({ path: { id }, caller }) => ({
      status: 200,
      body: show(await acknowledge(id, caller, parts)),
    }),
    listNotices: async ({ query, caller }) => ({ status: 200, body: show(await listNotices(query, caller, parts)) }),
    getAlertSettings: async ({ path: { customerId } }) => {
      await findPlatform(customerId, parts);
      return { status: 200, body: shownSettings(await parts.alerts.alertSettings(customerId)) };
    },
    putAlertSettings: async ({ path: { customerId }, body, caller }) => {
      await findPlatform(customerId, parts);
      const settings = toSettings(body, await parts.alerts.alertSettings(customerId), parts.checkUrl);
      await parts.alerts.keepAlertSettings(customerId, settings, { at: parts.clock(), actor: caller.name });
      return { status: 200, body: shownSettings(settings) };
    },
    testAlerts: async ({ path: { customerId }, caller }) => ({
      status: 202,
      body: { messages: await testAlerts(customerId, caller, parts) },
    }),
  };
}

async function acknowledge(id: string, caller: AdminCaller, { alertReading, clock }: Parts): Promise<Alert> {
  const alert = await alertReading.getAlert(id);
  if (alert === undefined || !may(caller.grants, 'hires.retry', alert.customerId)) throw noAlert();
  await alertReading.acknowledge(alert, { at: clock(), actor: caller.name });
  return (await alertReading.getAlert(id)) ?? alert;
}

/** Who the operators are is not told to the people of one platform. */
async function listNotices(query: { customerId?: string }, caller: AdminCaller, { alerts, alertReading, mail }: Parts) {
  const platforms = reachOf(caller.grants, 'platforms.read');
  const notices = await alertReading.listNotices({ ...query, platforms });
  const hidden = new Set(platforms === undefined ? [] : await alerts.operatorAddresses());
  const items = notices.map((notice) => (hidden.has(notice.to ?? '') ? { ...notice, to: null } : notice));
  return { items, mail };
}

async function testAlerts(customerId: string, { name }: AdminCaller, parts: Parts): Promise<number> {
  await findPlatform(customerId, parts);
  const { alerts, mail, clock, newId, publicUrl, audit } = parts;
  const targets = targetsOf(await alerts.alertSettings(customerId), {
    mail,
    operators: await alerts.operatorAddresses(),
  });
  const at = clock();
  const notices = noticesFor(targets, `test:${newId()}`, toTestMessage({ customerId, at, publicUrl }));
  await alerts.keepNotices(customerId, notices, at);
  const detail = { messages: notices.length };
  await audit.write({ at, actor: name, action: 'alert.tested', customerId, subject: customerId, detail });
  return notices.length;
}

function noAlert(): Failure {
  return new Failure('invalid', 'NOT_FOUND', 'There is no such alert.');
}
