import { expect } from '@jest/globals';
import fc from 'fast-check';
import { aMove, anOfferAccepted, anOfferRescinded } from './an-offer-accepted.ts';
import { aNewHire, type CasesMood, type IcimsMood, type LifeModel, openHireOf, wish, workOff } from './life-model.ts';
import { expectAgreement, type LifeStage, setMoods } from './life-stage.ts';
import { type Candidate } from '../../src/sandbox/seed/seed-platform.ts';
import { type Answer } from './send-event.ts';

type Command = fc.AsyncCommand<LifeModel, LifeStage>;
type Act = (model: LifeModel, stage: LifeStage, candidate: Candidate) => Promise<void>;

/** How many candidates one life is about. */
export const CANDIDATES = 2;

/** Does one thing to model and connector; then both must agree about everything. */
function command(name: string, who: number, act: Act): Command {
  return {
    check: () => true,
    async run(model, stage) {
      const candidate = stage.candidates[who];
      if (candidate === undefined) throw new RangeError(`No candidate ${who}`);
      await act(model, stage, candidate);
      workOff(model);
      await expectAgreement(stage, model);
    },
    toString: () => name,
  };
}

const order = (times: number): Act => {
  return async (model, { connector }, candidate) => {
    const { workflowId } = candidate;
    const isOpen = openHireOf(model, workflowId) !== undefined;
    const event = anOfferAccepted(connector.theirs(), candidate);
    const answers = await Promise.all(Array.from({ length: times }, () => connector.send(event)));
    const accepted = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(accepted).toHaveLength(isOpen || model.icims === 'down' ? 0 : 1);
    // What was received a moment ago is known without a look into iCIMS; else its outage is told.
    const allowed = model.icims === 'down' ? ['DUPLICATE_REQUEST', 'ICIMS_UNAVAILABLE'] : ['DUPLICATE_REQUEST'];
    for (const { code } of refused) expect(allowed).toContain(code);
    for (const { body } of accepted)
      model.hires.push(aNewHire(String(body.reference), workflowId, String(model.startDates.get(workflowId))));
  };
};

/** Whether the connector took the event as being about this hire; with iCIMS down it must say so instead. */
function isTaken({ status, code, body }: Answer, model: LifeModel, hireId: string | undefined): boolean {
  if (model.icims === 'down' && status === 503) {
    expect(code).toBe('ICIMS_UNAVAILABLE');
    return false;
  }
  expect(body).toMatchObject(hireId === undefined ? { status: 'ignored' } : { status: 'accepted', reference: hireId });
  return hireId !== undefined;
}

const update =
  (startDate: string): Act =>
  async (model, { connector }, candidate) => {
    const { workflowId, personId } = candidate;
    connector.theirs().overwrite('people', personId, { startdate: startDate });
    model.startDates.set(workflowId, startDate);
    const hire = openHireOf(model, workflowId);
    const answer = await connector.send(aMove(connector.theirs(), candidate, 'hired'));
    if (isTaken(answer, model, hire?.id) && hire !== undefined) wish(hire, { startDate, caseIsCurrent: false });
  };

const withdraw: Act = async (model, { connector }, candidate) => {
  const hire = openHireOf(model, candidate.workflowId);
  const answer = await connector.send(anOfferRescinded(connector.theirs(), candidate));
  if (isTaken(answer, model, hire?.id) && hire !== undefined) wish(hire, { withdrawn: true, closed: true });
};

const retry: Act = async (model, { connector }, { workflowId }) => {
  const hire = model.hires.findLast((each) => each.workflowId === workflowId);
  if (hire === undefined) return;
  const { status } = await connector.admin.post(`/api/v1/hires/${hire.id}/retry`);
  expect(status).toBe(hire.parked || hire.due ? 202 : 409);
  if (hire.parked) wish(hire, {});
};

const report =
  (state: 'in-progress' | 'completed' | 'failed'): Act =>
  async (model, { connector }, { workflowId }) => {
    const hire = model.hires.findLast((each) => each.workflowId === workflowId);
    if (hire === undefined) return;
    const { status } = await connector.admin.post(`/api/v1/hires/${hire.id}/case-state`, { state });
    const isOpen = hire.caseKnown && !hire.closed;
    expect(status).toBe(isOpen ? 202 : 409);
    if (isOpen && state !== 'in-progress') wish(hire, { closed: true, ended: state });
  };

const moods =
  (changes: { cases?: CasesMood; icims?: IcimsMood }): Act =>
  async (model, stage) => {
    Object.assign(model, changes);
    await setMoods(stage, model);
  };

/** All that can happen to a hire, in any order. */
export function lifeCommands(maxCommands: number) {
  // Most of it befalls one of them, so that unlikely things come together.
  const who = fc.nat(3).map((at) => (at < CANDIDATES ? at : 0));
  const date = fc.integer({ min: 1, max: 28 }).map((day) => `2031-02-${String(day).padStart(2, '0')}`);
  const cases = fc.constantFrom<CasesMood>('well', 'down', 'losing', 'losing', 'refusing');
  const state = fc.constantFrom('in-progress' as const, 'completed' as const, 'failed' as const);
  return fc.commands(
    [
      who.map((one) => command(`order ${one}`, one, order(1))),
      who.map((one) => command(`order ${one} thrice at once`, one, order(3))),
      fc.tuple(who, date).map(([one, day]) => command(`update ${one} to ${day}`, one, update(day))),
      fc.tuple(who, date).map(([one, day]) => command(`update ${one} to ${day}`, one, update(day))),
      who.map((one) => command(`withdraw ${one}`, one, withdraw)),
      who.map((one) => command(`retry ${one}`, one, retry)),
      fc.tuple(who, state).map(([one, how]) => command(`case of ${one} is ${how}`, one, report(how))),
      cases.map((how) => command(`case system is ${how}`, 0, moods({ cases: how }))),
      fc
        .constantFrom<IcimsMood>('well', 'well', 'down')
        .map((how) => command(`iCIMS is ${how}`, 0, moods({ icims: how }))),
    ],
    { maxCommands, size: 'max' },
  );
}

/** In the end everything works again, and somebody releases what is parked: nothing may be left over. */
export async function liveHappilyEverAfter(model: LifeModel, stage: LifeStage): Promise<void> {
  Object.assign(model, { cases: 'well', icims: 'well' });
  await setMoods(stage, model);
  for (const hire of model.hires.filter(({ parked }) => parked)) {
    await stage.connector.admin.post(`/api/v1/hires/${hire.id}/retry`).expect(202);
    wish(hire, {});
  }
  workOff(model);
  await expectAgreement(stage, model);
  expect(model.hires.filter(({ due, parked }) => due || parked)).toEqual([]);
}
