import { type ConnectorEvent } from '../contract-types.ts';
import { type Finding } from '../verdict/finding.ts';
import { type RealFacts } from './real-facts.ts';
import { type GuidedId, type TakenCase, type TakenHire } from './taken-case.ts';

type Check = (facts: RealFacts) => Finding;

/** A use case that nobody has played yet speaks for itself; otherwise it is looked at. */
export function whenTaken(id: GuidedId, check: (taken: TakenCase, facts: RealFacts) => Finding): Check {
  return (facts) => {
    const taken = facts.cases[id];
    if (taken === undefined) return { answer: 'not taken', problems: [`${id}: not taken yet: --resume asks for it`] };
    return check(taken, facts);
  };
}

/** A use case that has to lead to a hire. */
export function whenHire(id: GuidedId, check: (hire: TakenHire, facts: RealFacts, taken: TakenCase) => Finding): Check {
  return whenTaken(id, (taken, facts) => {
    if (taken.hire === null) return { answer: 'no hire', problems: [`${id}: no hire came of it`] };
    return check(taken.hire, facts, taken);
  });
}

/** A use case that begins with an event of iCIMS. */
export function whenEvent(id: GuidedId, check: (event: ConnectorEvent, facts: RealFacts) => Finding): Check {
  return whenTaken(id, ({ event }, facts) => {
    if (event === null) return { answer: 'no event', problems: [`${id}: no event came`] };
    return check(event, facts);
  });
}
