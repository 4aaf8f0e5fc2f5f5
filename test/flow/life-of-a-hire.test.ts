import { afterAll, beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { CANDIDATES, lifeCommands, liveHappilyEverAfter } from '../support/life-commands.ts';
import { type LifeModel } from '../support/life-model.ts';
import { type LifeStage, setMoods } from '../support/life-stage.ts';

const LIVES = Number(process.env['LIVES'] ?? 16);
const TIMEOUT_MS = Number(process.env['LIVES_TIMEOUT_MS'] ?? 180_000);
const START_DATE = '2031-01-01';

let receiver: CaseReceiver;
let connector: TestConnector;
beforeAll(async () => {
  receiver = await startCaseReceiver();
  connector = await startConnector({ platforms: {}, insecureHosts: [new URL(receiver.url).host] });
  const newStatus = [connector.theirs().employer.statuses.hired.id];
  await connector.serve('9001', {
    caseSystem: { type: 'webhook', url: receiver.url, secret: receiver.secret },
    triggers: [
      ...aPlatform(connector.icims).triggers,
      { eventType: 'WorkFlowStatusChangeEvent', newStatus, action: 'update-case' },
    ],
  });
  // From here on there is an access token: one that was refused by an outage is not asked for again for a second.
  await connector.send(anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate')));
});
afterAll(async () => {
  await connector.close();
  await receiver.close();
});

/** New candidates, and neighbours that are well. */
async function begin(): Promise<{ model: LifeModel; stage: LifeStage }> {
  const theirs = connector.theirs();
  const candidates = Array.from({ length: CANDIDATES }, () => theirs.addCandidate('h1b-new-graduate'));
  for (const { personId } of candidates) theirs.overwrite('people', personId, { startdate: START_DATE });
  const startDates = new Map(candidates.map(({ workflowId }) => [workflowId, START_DATE]));
  const model: LifeModel = { hires: [], startDates, cases: 'well', icims: 'well' };
  const stage = { connector, receiver, candidates };
  await setMoods(stage, model);
  return { model, stage };
}

describe('the life of a hire', () => {
  it(
    'goes as promised, whatever happens to it and in whatever order',
    async () => {
      await fc.assert(
        fc.asyncProperty(lifeCommands(14), async (commands) => {
          const { model, stage } = await begin();
          await fc.asyncModelRun(() => ({ model, real: stage }), commands);
          await liveHappilyEverAfter(model, stage);
        }),
        { numRuns: LIVES, seed: Number(process.env['LIVES_SEED'] ?? 20_261_124), endOnFailure: true },
      );
    },
    TIMEOUT_MS,
  );
});
