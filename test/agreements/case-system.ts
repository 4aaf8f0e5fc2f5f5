import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseOrder, type CaseSystem } from '../../src/cases/case-system.ts';
import { aCaseOrder } from '../support/a-case-order.ts';

/** A case as its case system holds it. */
interface HeldCase {
  readonly hireId: string;
  readonly caseId: string;
  readonly state: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface CaseSystemSubject {
  readonly system: CaseSystem;
  /** Every case that the case system holds, in any state. */
  cases(): Promise<readonly HeldCase[]>;
  /** What must exist before the hire's case can be opened, for example its platform. */
  prepare?(order: CaseOrder): Promise<void>;
  close(): Promise<void>;
}

const signal = new AbortController().signal;

/** What every case system keeps to. `makeSubject` is called once; the suite uses hires of its own in every test. */
export function caseSystemAgreement(name: string, makeSubject: () => Promise<CaseSystemSubject>): void {
  describe(`${name} keeps the agreement of case systems`, () => {
    let subject: CaseSystemSubject;
    beforeAll(async () => {
      subject = await makeSubject();
    });
    afterAll(() => subject.close());

    async function prepared(): Promise<CaseOrder> {
      const order = aCaseOrder();
      await subject.prepare?.(order);
      return order;
    }
    async function casesOf({ hire }: CaseOrder): Promise<readonly HeldCase[]> {
      return (await subject.cases()).filter(({ hireId }) => hireId === hire.id);
    }

    it('opens a case with the data of the hire, and answers its id and a link', async () => {
      const order = await prepared();

      const receipt = await subject.system.open(order, signal);

      expect(await casesOf(order)).toMatchObject([{ caseId: receipt.caseId, state: 'open', fields: order.fields }]);
      expect(receipt.caseUrl).toMatch(/^https?:\/\//);
    });

    it('opens one case for a hire that is opened twice, and answers the same receipt', async () => {
      const order = await prepared();
      const first = await subject.system.open(order, signal);

      const second = await subject.system.open(order, signal);

      expect(second).toEqual(first);
      expect(await casesOf(order)).toHaveLength(1);
    });

    it('opens one case for a hire that several callers open at once', async () => {
      const order = await prepared();

      const receipts = await Promise.all(Array.from({ length: 8 }, () => subject.system.open(order, signal)));

      expect(new Set(receipts.map(({ caseId }) => caseId)).size).toBe(1);
      expect(await casesOf(order)).toHaveLength(1);
    });

    it('opens two cases for two hires of the same person', async () => {
      const [one, other] = [await prepared(), await prepared()];

      const receipts = [await subject.system.open(one, signal), await subject.system.open(other, signal)];

      expect(receipts[0]?.caseId).not.toBe(receipts[1]?.caseId);
    });

    it('keeps names of any script, empty lists and long texts as they are', async () => {
      const fields = {
        person: { family_name: `O’Brien-李 ${'ñ'.repeat(500)}`, citizenships: [] },
        job: { duties: 'a\n"b"\u2028' },
      };
      const order = { ...(await prepared()), fields };

      await subject.system.open(order, signal);

      expect(await casesOf(order)).toMatchObject([{ fields }]);
    });

    it('replaces the data of an open case, also with data that it held before', async () => {
      const order = await prepared();
      const receipt = await subject.system.open(order, signal);
      const moved = {
        ...order,
        fields: { ...order.fields, job: { start: '2027-03-01' } },
        occurredAt: new Date('2026-11-24T10:00:00Z'),
      };
      const movedBack = { ...order, occurredAt: new Date('2026-11-25T10:00:00Z') };

      await subject.system.update(moved, receipt, signal);
      expect(await casesOf(order)).toMatchObject([{ state: 'open', fields: moved.fields }]);
      await subject.system.update(movedBack, receipt, signal);
      await subject.system.update(movedBack, receipt, signal);

      expect(await casesOf(order)).toMatchObject([{ state: 'open', fields: order.fields }]);
    });

    it('withdraws a case once, however often it is told', async () => {
      const order = await prepared();
      const receipt = await subject.system.open(order, signal);

      await subject.system.withdraw(order, receipt, signal);
      await subject.system.withdraw(order, receipt, signal);

      expect(await casesOf(order)).toMatchObject([{ caseId: receipt.caseId, state: 'withdrawn' }]);
    });

    it('withdraws a case whose receipt was lost', async () => {
      const order = await prepared();
      await subject.system.open(order, signal);

      await subject.system.withdraw(order, null, signal);

      expect(await casesOf(order)).toMatchObject([{ state: 'withdrawn' }]);
    });

    it('leaves the cases of other hires alone when it withdraws one', async () => {
      const [rescinded, other] = [await prepared(), await prepared()];
      await subject.system.open(rescinded, signal);
      await subject.system.open(other, signal);

      await subject.system.withdraw(rescinded, null, signal);

      expect(await casesOf(other)).toMatchObject([{ state: 'open' }]);
    });

    it('ignores an update that comes after the withdrawal', async () => {
      const order = await prepared();
      const receipt = await subject.system.open(order, signal);
      await subject.system.withdraw(order, receipt, signal);

      await subject.system.update({ ...order, fields: { person: { given_name: 'Ada' } } }, receipt, signal);

      expect(await casesOf(order)).toMatchObject([{ state: 'withdrawn', fields: order.fields }]);
    });

    it('answers the withdrawn case when a withdrawn hire is opened again', async () => {
      const order = await prepared();
      const receipt = await subject.system.open(order, signal);
      await subject.system.withdraw(order, receipt, signal);

      expect(await subject.system.open(order, signal)).toEqual(receipt);

      expect(await casesOf(order)).toMatchObject([{ caseId: receipt.caseId, state: 'withdrawn' }]);
    });

    it('opens nothing for a hire that was withdrawn before its opening arrived', async () => {
      const order = await prepared();
      await subject.system.withdraw(order, null, signal);
      await subject.system.withdraw(order, null, signal);

      const late = await subject.system.open(order, signal).catch((thrown: unknown) => thrown);

      if (late instanceof Error) expect(late).toMatchObject({ kind: 'rejected' });
      expect((await casesOf(order)).filter(({ state }) => state !== 'withdrawn')).toEqual([]);
    });

    it('never ends with an open case when the first opening and a withdrawal meet', async () => {
      const order = await prepared();
      const { system } = subject;

      await Promise.allSettled([
        system.open(order, signal),
        system.withdraw(order, null, signal),
        system.open(order, signal),
        system.withdraw(order, null, signal),
      ]);

      const held = await casesOf(order);
      expect(held.length).toBeLessThanOrEqual(1);
      expect(held.filter(({ state }) => state !== 'withdrawn')).toEqual([]);
    });
  });
}
