import { describe, expect, it } from '@jest/globals';
import { type BuiltInCases, type CaseKey } from '../../../src/cases/built-in/built-in-cases.ts';
import { caseNumber } from '../../../src/cases/built-in/case-number.ts';
import { type Case } from '../../../src/cases/built-in/case.ts';
import { createBuiltInCaseSystem } from '../../../src/cases/built-in/create-built-in-case-system.ts';
import { caseSystemAgreement } from '../../agreements/case-system.ts';
import { aCaseOrder } from '../../support/a-case-order.ts';

const at = new Date('2026-11-20T09:30:00Z');
const signal = new AbortController().signal;

/** The port as its docstrings describe it, on a Map. */
function casesInMemory(): BuiltInCases & { readonly all: Map<string, Case> } {
  const all = new Map<string, Case>();
  const keyOf = ({ customerId, hireId }: CaseKey): string => `${customerId}/${hireId}`;
  return {
    all,
    open: (opening) => {
      const what = opening.state === 'open' ? 'opened' : 'withdrawn';
      const number = caseNumber(all.size + 1);
      const history = [{ at, what, state: opening.state, fields: [] } as const];
      const kept = all.get(keyOf(opening)) ?? { ...opening, id: number, number, openedAt: at, updatedAt: at, history };
      all.set(keyOf(opening), kept);
      return Promise.resolve(kept);
    },
    change: (key, change) => {
      const found = all.get(keyOf(key));
      if (found === undefined) return Promise.resolve(null);
      const becomes = change(found);
      if (becomes === null) return Promise.resolve(found);
      const { state, fields, entry } = becomes;
      const kept: Case = { ...found, state, fields, history: [...found.history, { at, state, ...entry }] };
      all.set(keyOf(key), kept);
      return Promise.resolve(kept);
    },
  };
}

caseSystemAgreement('The built-in case system on a Map', () => {
  const cases = casesInMemory();
  return Promise.resolve({
    system: createBuiltInCaseSystem({ cases, publicUrl: 'https://connector.example.com' }),
    cases: () => Promise.resolve([...cases.all.values()].map((held) => ({ ...held, caseId: held.number }))),
    close: () => Promise.resolve(),
  });
});

describe('the built-in case system', () => {
  it.each(['https://connector.example.com', 'https://connector.example.com/'])(
    'links to the page of the case under %s',
    async (publicUrl) => {
      const receipt = await createBuiltInCaseSystem({ cases: casesInMemory(), publicUrl }).open(aCaseOrder(), signal);

      expect(receipt).toEqual({
        caseId: 'IMM-000001',
        caseUrl: 'https://connector.example.com/console/cases/IMM-000001',
      });
    },
  );

  it('keeps a history that names changed fields and no values, and nothing for an update that changes nothing', async () => {
    const [cases, order] = [casesInMemory(), aCaseOrder()];
    const system = createBuiltInCaseSystem({ cases, publicUrl: 'https://connector.example.com' });
    const receipt = await system.open(order, signal);
    await system.update(order, receipt, signal);
    await system.update({ ...order, fields: { ...order.fields, job: { title: 'Chemist' } } }, receipt, signal);
    await system.withdraw(order, receipt, signal);
    await system.withdraw(order, receipt, signal);

    const [held] = [...cases.all.values()];

    expect(held?.history.map(({ what, state, fields }) => [what, state, fields])).toEqual([
      ['opened', 'open', []],
      ['updated', 'open', ['job.start', 'job.title', 'job.worksites']],
      ['withdrawn', 'withdrawn', []],
    ]);
  });

  it('leaves a completed case completed when the offer is rescinded afterwards', async () => {
    const [cases, order] = [casesInMemory(), aCaseOrder()];
    const system = createBuiltInCaseSystem({ cases, publicUrl: 'https://connector.example.com' });
    const receipt = await system.open(order, signal);
    const key = { customerId: order.hire.customerId, hireId: order.hire.id };
    await cases.change(key, ({ fields }) => ({ state: 'completed', fields, entry: { what: 'updated', fields: [] } }));

    await system.withdraw(order, receipt, signal);

    expect([...cases.all.values()]).toMatchObject([{ state: 'completed' }]);
  });

  it('keeps no data of a hire that was withdrawn before its case was opened', async () => {
    const [cases, order] = [casesInMemory(), aCaseOrder()];

    await createBuiltInCaseSystem({ cases, publicUrl: 'https://connector.example.com' }).withdraw(order, null, signal);

    expect([...cases.all.values()]).toMatchObject([{ state: 'withdrawn', fields: {} }]);
  });

  it('finds no case to update with the hire id of another platform', async () => {
    const [cases, order] = [casesInMemory(), aCaseOrder()];
    const system = createBuiltInCaseSystem({ cases, publicUrl: 'https://connector.example.com' });
    const receipt = await system.open(order, signal);

    const foreign = { ...order, hire: { ...order.hire, customerId: '9002' } };

    await expect(system.update(foreign, receipt, signal)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'CASE_NOT_FOUND',
    });
  });
});
