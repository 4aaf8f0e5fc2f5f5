import { describe, expect, it } from '@jest/globals';
import { createWebhookCaseSystem } from '../../../src/cases/webhook/create-webhook-case-system.ts';
import { type CaseSystem } from '../../../src/cases/case-system.ts';
import { Failure } from '../../../src/runtime/failure.ts';
import { type Http, type HttpRequest, type HttpResponse } from '../../../src/runtime/http.ts';
import { aCaseOrder } from '../../support/a-case-order.ts';

const signal = new AbortController().signal;
const clock = (): Date => new Date('2026-11-20T10:00:00Z');
const choice = { url: 'https://cases.example.com/hook', secret: 'a secret that nobody may read' };
const order = aCaseOrder();
const receipt = { caseId: 'C-1', caseUrl: 'https://cases.example.com/c/C-1' };
const echo = { errors: [{ pointer: '/data/fields/person/email', detail: 'adaeze.okonkwo@example.com' }] };

function answering(answer: Partial<HttpResponse> | Failure): CaseSystem & { requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  const http: Http = {
    send: (request) => {
      requests.push(request);
      if (answer instanceof Failure) return Promise.reject(answer);
      return Promise.resolve({ status: 200, headers: {}, body: undefined, ...answer });
    },
  };
  return { ...createWebhookCaseSystem({ http, choice, clock }), requests };
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const thrown = await work.catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Failure);
  return thrown as Failure;
}

describe('opening a case by webhook', () => {
  it.each([200, 201, 409])('takes the receipt that comes with %d, and none of its other keys', async (status) => {
    const system = answering({ status, body: { ...receipt, hireId: order.hire.id, internal: 'x' } });

    expect(await system.open(order, signal)).toEqual(receipt);
  });

  it.each<[string, Partial<HttpResponse>, string, string]>([
    ['401', { status: 401 }, 'unauthenticated', 'CASE_SYSTEM_ACCESS'],
    ['403', { status: 403 }, 'unauthenticated', 'CASE_SYSTEM_ACCESS'],
    ['400', { status: 400 }, 'rejected', 'CASE_SYSTEM_REFUSED'],
    ['404', { status: 404 }, 'rejected', 'CASE_SYSTEM_REFUSED'],
    ['410', { status: 410 }, 'rejected', 'CASE_SYSTEM_REFUSED'],
    ['422', { status: 422, body: echo }, 'rejected', 'CASE_SYSTEM_REFUSED'],
    ['302', { status: 302 }, 'rejected', 'CASE_SYSTEM_REFUSED'],
    ['409 without a receipt', { status: 409, body: { title: 'exists' } }, 'rejected', 'CASE_SYSTEM_REFUSED'],
    ['408', { status: 408 }, 'unavailable', 'CASE_SYSTEM_UNAVAILABLE'],
    ['425', { status: 425 }, 'unavailable', 'CASE_SYSTEM_UNAVAILABLE'],
    ['429', { status: 429 }, 'unavailable', 'CASE_SYSTEM_UNAVAILABLE'],
    ['500', { status: 500 }, 'unavailable', 'CASE_SYSTEM_UNAVAILABLE'],
    ['503', { status: 503 }, 'unavailable', 'CASE_SYSTEM_UNAVAILABLE'],
    ['202', { status: 202, body: receipt }, 'unavailable', 'CASE_SYSTEM_ANSWER'],
    ['204', { status: 204 }, 'unavailable', 'CASE_SYSTEM_ANSWER'],
    ['an empty 200', { status: 200 }, 'unavailable', 'CASE_SYSTEM_ANSWER'],
    ['a 201 without a link', { status: 201, body: { caseId: 'C-1' } }, 'unavailable', 'CASE_SYSTEM_ANSWER'],
    ['a list', { status: 201, body: [receipt] }, 'unavailable', 'CASE_SYSTEM_ANSWER'],
  ])('makes of %s a failure that is %s', async (_what, answer, kind, code) => {
    expect(await failureOf(answering(answer).open(order, signal))).toMatchObject({ kind, code });
  });

  it.each([
    ['a script as its link', { ...receipt, caseUrl: 'javascript:alert(1)' }],
    ['a link with a space', { ...receipt, caseUrl: 'https://cases.example.com/a b' }],
    ['a link with a password', { ...receipt, caseUrl: 'https://user:pass@cases.example.com/' }],
    ['a link to nowhere', { ...receipt, caseUrl: 'https:case' }],
    ['a link that is too long', { ...receipt, caseUrl: `https://cases.example.com/${'x'.repeat(2048)}` }],
    ['an empty id', { ...receipt, caseId: ' ' }],
    ['an id with a control character', { ...receipt, caseId: 'C-1\r\nX-Header: 1' }],
    ['an id that is too long', { ...receipt, caseId: 'C'.repeat(201) }],
  ])('does not take a receipt with %s', async (_what, body) => {
    expect(await failureOf(answering({ status: 201, body }).open(order, signal))).toMatchObject({
      code: 'CASE_SYSTEM_ANSWER',
    });
  });

  it.each([200, 201, 409])('never adopts the case of another hire (%d)', async (status) => {
    const system = answering({ status, body: { ...receipt, hireId: aCaseOrder().hire.id } });

    expect(await failureOf(system.open(order, signal))).toMatchObject({
      kind: 'rejected',
      code: 'CASE_SYSTEM_OTHER_HIRE',
    });
  });

  it.each<[string | undefined, number | undefined]>([
    ['30', 30_000],
    ['Fri, 20 Nov 2026 10:02:00 GMT', 120_000],
    ['-5', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('hands on how long Retry-After "%s" asks to wait', async (header, retryAfterMs) => {
    const headers = header === undefined ? {} : { 'retry-after': header };

    expect((await failureOf(answering({ status: 429, headers }).open(order, signal))).retryAfterMs).toBe(retryAfterMs);
  });

  it('names refused fields, and neither values nor secrets', async () => {
    const failure = await failureOf(answering({ status: 422, body: echo }).open(order, signal));

    expect(failure.facts).toEqual({ status: 422, request: 'case.open', hireId: order.hire.id, fields: 'person.email' });
    const told = JSON.stringify([failure.message, failure.userMessage, failure.facts]);
    expect(told).toContain('person.email');
    expect(told).not.toMatch(/example\.com|Adaeze|nobody may read/);
  });

  it.each([
    ['unavailable', 'UPSTREAM_TOO_SLOW', 'CASE_SYSTEM_UNAVAILABLE'],
    ['unavailable', 'UPSTREAM_UNREACHABLE', 'CASE_SYSTEM_UNAVAILABLE'],
    ['unavailable', 'UPSTREAM_NOT_JSON', 'CASE_SYSTEM_ANSWER'],
    ['unavailable', 'UPSTREAM_TOO_LARGE', 'CASE_SYSTEM_ANSWER'],
    ['rejected', 'ADDRESS_NOT_ALLOWED', 'ADDRESS_NOT_ALLOWED'],
  ] as const)('says of %s %s that it is %s', async (kind, code, told) => {
    const system = answering(new Failure(kind, code, 'cases.example.com: a reason.'));

    expect(await failureOf(system.open(order, signal))).toMatchObject({ kind, code: told });
  });
});

describe('updating and withdrawing by webhook', () => {
  const told = [
    ['update', (system: CaseSystem) => system.update(order, receipt, signal)],
    ['withdrawal', (system: CaseSystem) => system.withdraw(order, receipt, signal)],
  ] as const;
  const taken = [{ status: 204 }, { status: 200, body: receipt }, { status: 200, body: {} }, { status: 410 }];
  const notTaken = [
    [{ status: 200 }, 'CASE_SYSTEM_ANSWER'],
    [{ status: 202 }, 'CASE_SYSTEM_ANSWER'],
    [{ status: 404 }, 'CASE_SYSTEM_REFUSED'],
    [{ status: 409, body: receipt }, 'CASE_SYSTEM_REFUSED'],
    [{ status: 500 }, 'CASE_SYSTEM_UNAVAILABLE'],
    [{ status: 401 }, 'CASE_SYSTEM_ACCESS'],
  ] as const;

  it.each(told.flatMap(([name, tell]) => taken.map((answer) => [name, answer, tell] as const)))(
    'has an %s done by %j',
    async (_name, answer, tell) => {
      await expect(tell(answering(answer))).resolves.toBeUndefined();
    },
  );

  it.each(told.flatMap(([name, tell]) => notTaken.map(([answer, code]) => [name, answer, code, tell] as const)))(
    'does not have an %s done by %j but %s',
    async (_name, answer, code, tell) => {
      expect(await failureOf(tell(answering(answer)))).toMatchObject({ code });
    },
  );
});

describe('what is sent by webhook', () => {
  it('is the same for the same order, except for the moment and the signature', async () => {
    const system = answering({ status: 201, body: receipt });
    await system.open(order, signal);
    await system.open({ ...order }, signal);

    const [first, second] = system.requests;

    expect(first).toMatchObject({ method: 'POST', url: choice.url, headers: { 'idempotency-key': order.hire.id } });
    expect(second?.body).toBe(first?.body);
  });

  it('gives updates with other data, or of another moment, another key', async () => {
    const system = answering({ status: 204 });
    const moved = { ...order, fields: { job: { start: '2027-03-01' } } };
    const later = { ...order, occurredAt: new Date('2026-11-25T10:00:00Z') };
    for (const each of [order, moved, later, order]) await system.update(each, receipt, signal);

    const keys = system.requests.map(({ headers }) => headers['idempotency-key']);

    expect(new Set(keys).size).toBe(3);
    expect(keys[3]).toBe(keys[0]);
  });
});
