import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { grantsOf, may, rightOfOperation, rightsOfRole, type Role } from '../../src/accounts/rights.ts';
import { type operations } from '../../src/contract/generated/admin.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { somebody, type SignedIn } from '../support/people.ts';
import { examplesOf, specOperations } from '../support/spec-operations.ts';

const roles = Object.keys(rightsOfRole) as Role[];
const HOME = '9001';
const FOREIGN = '9002';

let connector: TestConnector;
const people = new Map<Role, SignedIn>();
/** By platform: what there is of it. */
const there = new Map<string, { hire: string; event: string; case: string }>();

beforeAll(async () => {
  connector = await startConnector({ platforms: { [HOME]: {}, [FOREIGN]: {} } });
  for (const role of roles)
    people.set(role, await somebody(connector, `${role}@example.com`, [{ customerId: HOME, role }]));
  for (const customerId of [HOME, FOREIGN]) {
    const theirs = connector.theirs(customerId);
    const answer = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('h1b-new-graduate')));
    const hire = await connector.admin.hireIn('delivered', answer.body.reference);
    there.set(customerId, { hire: hire.id, event: hire.eventId, case: hire.caseId ?? '' });
  }
});
afterAll(() => connector.close());

const personOf = (role: Role): SignedIn => {
  const person = people.get(role);
  if (person === undefined) throw new Error(role);
  return person;
};

const SAMPLE = '01932f7e-5c1a-7cc0-8000-0123456789ab';
const guarded = specOperations('admin').filter(({ operationId }) => {
  const right = rightOfOperation[operationId as keyof operations];
  return right !== 'anybody' && right !== 'person' && operationId !== 'deletePlatform';
});

function pathAt(path: string, customerId: string): string {
  const { hire = '', event = '', case: case_ = '' } = there.get(customerId) ?? {};
  const id = path.includes('/events/') ? event : path.includes('/cases/') ? case_ : hire;
  return path.replace('424242', customerId).replace(SAMPLE, id);
}

const matrix = guarded.flatMap((operation) => roles.map((role) => ({ ...operation, role })));

describe('every operation and every role', () => {
  it.each(matrix)('$operationId as $role is allowed or refused as the table says', async (operation) => {
    const { operationId, method, path, role, requestBody } = operation;
    const right = rightOfOperation[operationId as keyof operations] as Parameters<typeof may>[1];
    const allowed = may(grantsOf({ operator: false, roles: [{ customerId: HOME, role }] }), right, HOME);
    const [example] = examplesOf(requestBody ?? {});

    const answer = await personOf(role).call(
      method as 'get',
      pathAt(path, HOME),
      operationId === 'putPlatform' ? { unfit: true } : (example?.value as object | undefined),
    );

    if (allowed) expect([401, 500]).not.toContain(answer.status);
    // Rights that depend on the field, on the roles given, on the platform named, or on being an operator are told of below.
    if (!['revealField', 'invite', 'createApiKey', 'createPlatform'].includes(operationId))
      expect(answer.status === 403).toBe(!allowed);
  });

  const ofOnePlatform = guarded.filter(
    ({ path }) => path.includes('424242') || /(hires|events|cases)\/0193/.test(path),
  );
  it.each(ofOnePlatform.flatMap((operation) => roles.map((role) => ({ ...operation, role }))))(
    '$operationId as $role never reaches a foreign platform',
    async ({ operationId, method, path, role, requestBody }) => {
      const [example] = examplesOf(requestBody ?? {});
      const body = operationId === 'putPlatform' ? { unfit: true } : (example?.value as object | undefined);

      const answer = await personOf(role).call(method as 'get', pathAt(path, FOREIGN), body);

      expect([403, 404]).toContain(answer.status);
      // A reference is random, and may hold any four digits.
      expect(JSON.stringify({ ...(answer.body as object), reference: null })).not.toContain(FOREIGN);
    },
  );

  it.each(
    ['hires', 'events', 'cases', 'audit', 'platforms', 'stuck', 'retry-runs', 'people'].flatMap((list) =>
      roles.map((role) => ({ list, role })),
    ),
  )('the list of $list shows $role nothing of a foreign platform, even when asked for', async ({ list, role }) => {
    for (const query of ['', ['platforms', 'people'].includes(list) ? '' : `?customerId=${FOREIGN}`]) {
      const answer = await personOf(role).call('get', `/api/v1/${list}${query}`);

      if (answer.status !== 403) expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toContain(`"customerId":"${FOREIGN}"`);
    }
  });
});

describe('personal data', () => {
  const read = async (who: SignedIn): Promise<string> =>
    JSON.stringify((await who.call('get', `/api/v1/hires/${there.get(HOME)?.hire ?? ''}`).expect(200)).body);

  it('is masked by default, for operators too', async () => {
    const whole = JSON.stringify(await connector.admin.hire(there.get(HOME)?.hire ?? ''));
    const birthDate = /"date_of_birth":"([0-9-]+)"/.exec(whole)?.[1] ?? 'none';

    for (const who of [personOf('legal'), await somebody(connector, 'operator@example.com')]) {
      const seen = await read(who);
      expect(seen).not.toContain(birthDate);
      expect(seen).toContain('"date_of_birth":"•••"');
    }
  });

  it('is revealed one field at a time to those who may, with an audit entry without the value', async () => {
    const path = `/api/v1/hires/${there.get(HOME)?.hire ?? ''}/reveal`;
    const reveal = (role: Role, key: string) => personOf(role).call('post', path, { key });

    const { body } = await reveal('legal', 'person.date_of_birth').expect(200);

    const [value] = (body as { values: string[] }).values;
    expect(value).toMatch(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
    await reveal('finance', 'person.date_of_birth').expect(403);
    await reveal('finance', 'job.wage_from').expect(200);
    await reveal('mobility', 'job.wage_from').expect(403);
    await reveal('auditor', 'person.date_of_birth').expect(403);
    const audit = await connector.admin.get('/api/v1/audit?limit=200').expect(200);
    const entries = (audit.body as { items: { action: string; actor: string; detail: object }[] }).items;
    const revealed = entries.filter(({ action }) => action === 'field.revealed');
    expect(revealed).toContainEqual(
      expect.objectContaining({ actor: 'legal@example.com', detail: { key: 'person.date_of_birth' } }),
    );
    expect(JSON.stringify(revealed)).not.toContain(value);
  });
});

describe('roles and keys', () => {
  it('an admin gives roles on their own platform only, and makes no operator', async () => {
    const invite = (body: object) => personOf('admin').call('post', '/api/v1/invitations', body);

    await invite({ email: 'a@example.com', operator: false, roles: [{ customerId: HOME, role: 'hr' }] }).expect(201);
    await invite({ email: 'b@example.com', operator: false, roles: [{ customerId: FOREIGN, role: 'hr' }] }).expect(403);
    await invite({ email: 'c@example.com', operator: true, roles: [] }).expect(403);
    await personOf('hr')
      .call('post', '/api/v1/invitations', { email: 'd@example.com', operator: false, roles: [] })
      .expect(403);
  });

  it('an API key does what its scopes say on its platform, masked, until it is revoked', async () => {
    const admin = personOf('admin');
    const made = await admin
      .call('post', '/api/v1/api-keys', { name: 'export', customerId: HOME, scopes: ['hires.read'] })
      .expect(201);
    const { id, key } = made.body as { id: string; key: string };
    const get = (path: string) => request(connector.url).get(path).set('authorization', `Bearer ${key}`);

    const hires = await get('/api/v1/hires').expect(200);
    expect((hires.body as { items: unknown[] }).items).toHaveLength(1);
    await get('/api/v1/events').expect(403);
    await get(`/api/v1/hires/${there.get(FOREIGN)?.hire ?? ''}`).expect(404);
    const story = await get(`/api/v1/hires/${there.get(HOME)?.hire ?? ''}`).expect(200);
    expect(JSON.stringify(story.body)).toContain('•••');
    await admin.call('delete', `/api/v1/api-keys/${id}`).expect(204);
    await get('/api/v1/hires').expect(401);
  });

  it('no key holds more than who made it', async () => {
    const make = (body: object) => personOf('admin').call('post', '/api/v1/api-keys', body);

    await make({ name: 'too much', customerId: HOME, scopes: ['reveal.identity'] }).expect(403);
    await make({ name: 'too far', customerId: null, scopes: ['hires.read'] }).expect(403);
    await make({ name: 'not mine', customerId: FOREIGN, scopes: ['hires.read'] }).expect(403);
  });
});
