import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConnectionTest, type PlatformDocument, type PlatformField } from './contract-types.ts';
import { catalogue } from './cases/catalogue.ts';
import { Scene, type Stage } from './cases/scene.ts';
import { caseIds, type CaseId, type ShownCase } from './cases/shown-case.ts';
import { type Connection, type PlatformFacts } from './facts.ts';
import { observedFields } from './fields/observed-fields.ts';
import { toFailure } from '../runtime/failure.ts';

type Report = (line: string) => void;

/** Plays all use cases on one platform and asks the connector what it knows. A use case that fails is told, not thrown. */
export async function collectPlatform(stage: Stage, report: Report): Promise<PlatformFacts> {
  const { platform, admin } = stage;
  const path = `/api/v1/platforms/${platform.customerId}`;
  const connectionTest = await admin.post<ConnectionTest>(`${path}/connection-test`, {
    workflowId: String(platform.candidate('h1b-new-graduate').workflowId),
  });
  platform.calls.reset();
  const cases: Partial<Record<CaseId, ShownCase>> = {};
  for (const id of caseIds) cases[id] = await playCase(stage, id, report);
  const observed = observedFields(platform.calls.list());
  const document = await admin.get<PlatformDocument>(path);
  const { items: derivedFields } = await admin.get<{ items: PlatformField[] }>(`${path}/fields`);
  return {
    ...{ customerId: platform.customerId, name: platform.employer.name, document, connectionTest, cases },
    ...{ connection: connectionOf(stage, document), derivedFields, observedFields: observed },
  };
}

async function playCase(stage: Stage, id: CaseId, report: Report): Promise<ShownCase> {
  const startedAt = Date.now();
  const { title, play } = catalogue[id];
  await mkdir(join(stage.directory, id), { recursive: true });
  const scene = new Scene(stage, id, title);
  const before = callsOf(stage);
  await play(scene).catch((thrown: unknown) => scene.note(`Not shown: ${sentenceOf(thrown)}`));
  const shown = scene.shown(callsOf(stage) - before);
  report(`${stage.platform.customerId} ${title} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  return shown;
}

/** Our own failures say what is wrong; a browser's message says which element did not come. */
function sentenceOf(thrown: unknown): string {
  const failure = toFailure(thrown);
  if (failure.code !== 'INTERNAL') return failure.message;
  return thrown instanceof Error ? (thrown.message.split('\n')[0] ?? thrown.name) : failure.message;
}

function callsOf({ platform }: Stage): number {
  const { calls, tokensIssued } = platform.calls.counts();
  return calls - tokensIssued;
}

function connectionOf({ platform }: Stage, { inbound, icims }: PlatformDocument): Connection {
  const { events, gzip } = platform.employer.connection;
  return { events, accepted: Object.keys(inbound).sort(), api: icims.auth.type, gzip };
}
