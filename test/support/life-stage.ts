import { expect } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { type CaseReceiver } from './case-receiver.ts';
import { type TestConnector } from './connector.ts';
import { type CasesMood, type LifeModel, type ModelHire, stateOf } from './life-model.ts';
import { hurry } from './query-database.ts';
import { type WrongAnswer } from './case-receiver.ts';
import { writeBackEntries } from './write-back-entries.ts';
import { type Candidate } from '../../src/sandbox/seed/seed-platform.ts';

/** The whole connector between its simulated neighbours, and the candidates of one life. */
export interface LifeStage {
  readonly connector: TestConnector;
  readonly receiver: CaseReceiver;
  readonly candidates: readonly Candidate[];
}

const PATIENCE_MS = 15_000;
const LOOK_AGAIN_MS = 20;

const WORDS: Readonly<Record<string, ModelHire['written']>> = {
  D37002019004: 'sent',
  D37002019003: 'opened',
  D37002019001: 'completed',
  D37002019002: 'failed',
};

const answers = {
  well: null,
  down: { status: 503 },
  losing: { status: 502, worked: true },
  refusing: { status: 400 },
} as const satisfies Record<CasesMood, WrongAnswer | null>;

/** The neighbours behave as the model says, and all that waits is tried again now. */
export async function setMoods({ connector, receiver }: LifeStage, { cases, icims }: LifeModel): Promise<void> {
  receiver.failAlways(answers[cases]);
  if (icims === 'down') connector.theirs().faults.set({ kind: 'down' });
  else connector.theirs().faults.clear();
  await hurry(connector.database);
}

/** Fails unless the admin API, the case system and iCIMS come to show what the model promises. */
export async function expectAgreement(stage: LifeStage, model: LifeModel): Promise<void> {
  const promised = promisedBy(model, stage);
  const giveUpAt = Date.now() + PATIENCE_MS;
  let shown = await shownBy(stage);
  while (!isSame(shown, promised) && Date.now() < giveUpAt) {
    await delay(LOOK_AGAIN_MS);
    shown = await shownBy(stage);
  }
  expect(shown).toEqual(promised);
}

interface Shown {
  readonly hires: readonly object[];
  readonly words: readonly object[];
}

function promisedBy({ hires }: LifeModel, { candidates }: LifeStage): Shown {
  return {
    hires: sorted(
      hires.map((hire) => ({
        id: hire.id,
        state: stateOf(hire),
        hasReason: hire.parked,
        isDue: hire.due,
        hasCase: hire.caseKnown,
        startDate: hire.startDate,
        theirs: hire.theirs,
      })),
    ),
    words: candidates.map(({ workflowId }) =>
      sorted(
        hires
          .filter((hire) => hire.workflowId === workflowId && hire.written !== null)
          .map(({ id, written }) => ({ id, written })),
      ),
    ),
  };
}

async function shownBy({ connector, receiver, candidates }: LifeStage): Promise<Shown> {
  const lists = candidates.map(({ workflowId }) => connector.admin.hires({ workflowId: String(workflowId) }));
  const ids = (await Promise.all(lists)).flat().map(({ id }) => id);
  const stories = await Promise.all(ids.map((id) => connector.admin.hire(id)));
  const hires = stories.map(({ id, state, reason, nextAttemptAt, caseId, fields }) => ({
    id,
    state,
    hasReason: reason !== null,
    isDue: nextAttemptAt !== null,
    hasCase: caseId !== null,
    startDate: startDateOf(fields),
    theirs: theirCase(receiver, id),
  }));
  const words = candidates.map((candidate) =>
    sorted(writeBackEntries(connector.theirs(), candidate).map((entry) => toWord(entry))),
  );
  return { hires: sorted(hires), words };
}

function theirCase(receiver: CaseReceiver, hireId: string): object | null {
  const found = receiver.cases().find((each) => each.hireId === hireId);
  return found === undefined ? null : { state: found.state, startDate: startDateOf(found.fields) };
}

function startDateOf(fields: unknown): string | undefined {
  return (fields as { job?: { start?: string } } | null)?.job?.start;
}

function toWord({ assessmentnotes, assessmentstatus }: Readonly<Record<string, unknown>>): object {
  const [, id] = /^Reference ([0-9a-f-]{36})/.exec(String(assessmentnotes)) ?? [];
  return { id, written: WORDS[(assessmentstatus as { id: string }).id] };
}

function sorted<T extends object>(things: readonly T[]): T[] {
  return things.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
