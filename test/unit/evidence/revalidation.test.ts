import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRevalidation } from '../../../src/evidence/revalidation/revalidation-file.ts';
import { deadlinesOf, type Obligation } from '../../../src/evidence/revalidation/revalidation.ts';
import { commandLineOn } from '../../support/command-line.ts';

const today = new Date('2026-11-24T12:00:00Z');
const kept = (...obligations: Obligation[]) => ({
  ...{ validatedOn: null, packProducedAt: '2026-11-24T00:00:00.000Z', changesToValidate: [], obligations },
});
const notice: Obligation = { kind: 'notice', subject: 'New field rights', on: '2026-11-01', done: null };

describe('the deadline of a revalidation', () => {
  it('is 90 days after a notice', () => {
    expect(deadlinesOf(kept(notice), today)).toMatchObject([{ due: '2027-01-30', daysLeft: 67, state: 'open' }]);
  });

  it('is one year after a feature became mandatory', () => {
    const feature: Obligation = { ...notice, kind: 'mandatory-feature', on: '2025-11-23' };

    expect(deadlinesOf(kept(feature), today)).toMatchObject([{ due: '2026-11-23', daysLeft: -1, state: 'overdue' }]);
  });

  it('is open on its last day, and done when iCIMS has validated', () => {
    const last: Obligation = { ...notice, on: '2026-08-26' };
    const done: Obligation = { ...last, on: '2026-01-01', done: '2026-02-01' };

    expect(deadlinesOf(kept(done, last), today).map(({ state, daysLeft }) => [state, daysLeft])).toEqual([
      ['open', 0],
      ['done', expect.any(Number)],
    ]);
  });
});

describe('npm run connector -- revalidation', () => {
  let pack: string;
  beforeAll(async () => {
    pack = await mkdtemp(join(tmpdir(), 'pack-'));
  });
  afterAll(() => rm(pack, { recursive: true }));
  const revalidation = (...words: string[]) => commandLineOn({}, ['revalidation', '--pack', pack, ...words]);
  const write = (content: unknown) => writeFile(join(pack, 'revalidation.json'), JSON.stringify(content));

  it('shows the deadlines without a database', async () => {
    await write(kept({ ...notice, on: '2999-01-01' }));

    const { code, output } = await revalidation();

    expect(code).toBe(0);
    expect(output).toMatch(/open +2999-04-01 .*New field rights/);
  });

  it('fails when one has passed', async () => {
    await write(kept({ ...notice, on: '2020-01-01' }));

    const { code, output, problems } = await revalidation();

    expect([code, problems]).toEqual([1, '1 deadline(s) have passed.\n']);
    expect(output).toContain('overdue');
  });

  it('says what is wrong with the file, and when there is none', async () => {
    await write({ ...kept(), obligations: [{ ...notice, on: 'tomorrow' }] });
    await expect(readRevalidation(pack)).rejects.toMatchObject({
      message: expect.stringContaining('obligations.0.on'),
    });

    await rm(join(pack, 'revalidation.json'));
    expect((await revalidation()).problems).toContain('npm run evidence');
  });
});
