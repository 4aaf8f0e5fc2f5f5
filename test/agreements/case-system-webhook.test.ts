import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CaseSystem } from '../../src/cases/case-system.ts';
import { createWebhookCaseSystem } from '../../src/cases/webhook/create-webhook-case-system.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { aCaseOrder } from '../support/a-case-order.ts';
import { type CaseReceiver, startCaseReceiver, type WrongAnswer } from '../support/case-receiver.ts';
import { caseSystemAgreement } from './case-system.ts';

function webhookOf({ url, secret }: { url: string; secret: string }): CaseSystem {
  const http = createHttp({ insecureHosts: new Set([new URL(url).host]), userAgent: 'connector-test' });
  return createWebhookCaseSystem({ http, choice: { url, secret }, clock: () => new Date() });
}

caseSystemAgreement('The webhook case system', async () => {
  const receiver = await startCaseReceiver();
  return {
    system: webhookOf(receiver),
    cases: () => Promise.resolve(receiver.cases()),
    close: () => receiver.close(),
  };
});

describe('the webhook case system on the wire', () => {
  const signal = new AbortController().signal;
  let receiver: CaseReceiver;
  beforeEach(async () => {
    receiver = await startCaseReceiver();
  });
  afterEach(() => receiver.close());

  it('repeats a request whose answer was lost with the same key and the same bytes, and finds its case', async () => {
    const [order, system] = [aCaseOrder(), webhookOf(receiver)];
    receiver.failNext(1, { worked: true, hangUp: true });
    await expect(system.open(order, signal)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'CASE_SYSTEM_UNAVAILABLE',
    });

    const receipt = await system.open(order, signal);

    const [first, second] = receiver.requests();
    expect(second).toEqual(first);
    expect(receiver.cases()).toMatchObject([{ caseId: receipt.caseId }]);
  });

  it('sends every kind of request with a key equal to its message id, and a withdrawal without the record', async () => {
    const [order, system] = [aCaseOrder(), webhookOf(receiver)];
    const receipt = await system.open(order, signal);
    await system.update(order, receipt, signal);
    await system.withdraw(order, receipt, signal);

    const [opened, updated, withdrawn] = receiver.requests();

    expect(opened?.key).toBe(order.hire.id);
    expect(updated?.key).toMatch(new RegExp(`^${order.hire.id}:update:[0-9a-f]{32}$`));
    expect(withdrawn?.key).toBe(`${order.hire.id}:withdraw`);
    expect(withdrawn?.body).not.toContain('Adaeze');
    for (const request of receiver.requests()) expect(request.webhookId).toBe(request.key);
  });

  it('is refused by a receiver that has another secret, and asks for attention', async () => {
    const system = webhookOf({ url: receiver.url, secret: 'another secret' });

    await expect(system.open(aCaseOrder(), signal)).rejects.toMatchObject({
      kind: 'unauthenticated',
      code: 'CASE_SYSTEM_ACCESS',
    });
  });

  it.each<[string, WrongAnswer, string]>([
    ['a login page with status 200', { status: 200, body: '<html>Please log in</html>' }, 'CASE_SYSTEM_ANSWER'],
    ['an empty 200', { status: 200 }, 'CASE_SYSTEM_ANSWER'],
    ['a truncated receipt', { status: 201, body: '{"caseId":"C-1","caseU' }, 'CASE_SYSTEM_ANSWER'],
    ['more than a receipt can be', { status: 201, body: 'x'.repeat(70_000) }, 'CASE_SYSTEM_ANSWER'],
    ['an error page with status 502', { status: 502, body: '<html>Bad gateway</html>' }, 'CASE_SYSTEM_UNAVAILABLE'],
    ['a redirect', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }, 'CASE_SYSTEM_REFUSED'],
  ])('opens the case after %s, by trying again', async (_what, answer, code) => {
    const [order, system] = [aCaseOrder(), webhookOf(receiver)];
    receiver.failNext(2, answer);
    await expect(system.open(order, signal)).rejects.toMatchObject({ code });
    await expect(system.withdraw(order, null, signal)).rejects.toMatchObject({ code });

    await system.open(order, signal);

    expect(receiver.cases()).toMatchObject([{ hireId: order.hire.id, state: 'open' }]);
  });

  it('gives up at the deadline of the caller', async () => {
    await expect(webhookOf(receiver).open(aCaseOrder(), AbortSignal.abort())).rejects.toMatchObject({
      code: 'CASE_SYSTEM_UNAVAILABLE',
    });
  });
});
