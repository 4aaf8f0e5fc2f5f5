import { randomBytes } from 'node:crypto';
import { type TakenCase } from './taken-case.ts';

/** An event of nobody, with a credential that no platform has; this command sends it itself. */
export async function takeWrongCredential(connectorUrl: string, customerId: string): Promise<TakenCase> {
  const credential = Buffer.from(`unknown:${randomBytes(9).toString('hex')}`).toString('base64');
  const event = { customerId, systemId: '1', eventType: 'WorkFlowStatusChangeEvent', oldStatus: '1', newStatus: '2' };
  const response = await fetch(`${connectorUrl}/icims/v1/events`, {
    method: 'POST',
    headers: { Authorization: `Basic ${credential}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(event),
  });
  const body: unknown = await response.json().catch(() => null);
  return {
    ...{ id: 'more-wrong-credential', takenAt: new Date().toISOString(), event: null, hire: null, case: null },
    ...{ titleBefore: null, icimsCalls: null, answer: { status: response.status, body } },
  };
}
