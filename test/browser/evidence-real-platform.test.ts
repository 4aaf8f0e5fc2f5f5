import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Produced } from '../../src/evidence/produced.ts';
import { produceRealPack, type RealRun } from '../../src/evidence/real/produce-real-pack.ts';
import { platformDocumentFor } from '../../src/sandbox/platform-document-for.ts';
import { exampleHealth } from '../../src/sandbox/seed/example-health.ts';
import { type SituationKey } from '../../src/sandbox/seed/situations.ts';
import { type PlatformDocument } from '../../src/platforms/platform.ts';
import { ADMIN_TOKEN, startConnector, type TestConnector } from '../support/connector.ts';

/** Pictures and a film as a person would take them: those of the committed pack. */
const THEIRS = join(import.meta.dirname, '..', '..', 'validation-evidence', '9001-example-health');
const LIMIT_MS = 120_000;
const NOWHERE = 'http://127.0.0.1:1';
const { offerAccepted, offerRescinded, hired } = exampleHealth.statuses;
const FOLDER = '9001-example-health-sandbox';

let connector: TestConnector;
let root: string;
let out: string;
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': { triggers: withUpdates() } } });
  root = await mkdtemp(join(tmpdir(), 'evidence-real-'));
  out = join(root, 'pack');
  await control('put', '/connector', {
    eventsUrl: `${connector.url}/icims/v1/events`,
    tokenUrl: `${connector.url}/oauth/token`,
  });
});
afterAll(async () => {
  await connector.close();
  await rm(root, { recursive: true });
});

function withUpdates(): PlatformDocument['triggers'] {
  const { triggers } = platformDocumentFor('9001', { icims: NOWHERE }) as unknown as PlatformDocument;
  return [...triggers, { eventType: 'WorkFlowStatusChangeEvent', newStatus: [hired.id], action: 'update-case' }];
}

/** The simulated iCIMS is moved from outside, as a person moves a real one. */
async function control(method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${connector.icims.url}/_control/platforms/9001${path}`, {
    method: method.toUpperCase(),
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
}

async function move(situation: SituationKey, statusId: string): Promise<void> {
  await control('post', '/moves', { id: connector.theirs().candidate(situation).workflowId, statusId });
}

/** What the person does when told: by the name of the folder that the run prints. */
const acts: Readonly<Record<string, () => Promise<void>>> = {
  'use-case-1-end-to-end': () => move('h1b-new-graduate', offerAccepted.id),
  'use-case-2-duplicate': () => move('h1b-new-graduate', offerAccepted.id),
  'more-title-change': async () => {
    const { jobId } = connector.theirs().candidate('h1b-new-graduate');
    await control('put', `/profiles/jobs/${jobId}`, { jobtitle: 'Lead Data Analyst' });
    await move('h1b-new-graduate', hired.id);
  },
  'use-case-3-missing-field': async () => {
    // A slip first: the run says so and goes on waiting.
    await move('many-gaps', offerAccepted.id);
    await move('no-birth-date', offerAccepted.id);
  },
  'use-case-3-missing-fields': () => move('many-gaps', offerAccepted.id),
  'more-unknown-package': () => move('unknown-package', offerAccepted.id),
  'more-several-citizenships': () => move('several-citizenships', offerAccepted.id),
  'more-rescinded-offer': () => move('several-citizenships', offerRescinded.id),
};

interface Played extends Produced {
  readonly lines: readonly string[];
}

/** Runs the command with a person who listens to it. */
async function play(changes: Partial<RealRun>, person = acts): Promise<Played> {
  const lines: string[] = [];
  const deeds: Promise<void>[] = [];
  const report = (line: string): void => {
    lines.push(line);
    const id = /^▶ ([a-z0-9-]+)/.exec(line)?.[1];
    const act = id === undefined ? undefined : person[id];
    if (act !== undefined) deeds.push(act());
  };
  const produced = await produceRealPack({
    ...{ customerId: '9001', connectorUrl: connector.url, adminToken: ADMIN_TOKEN, out, resume: false, compare: null },
    ...{ endpoint: 'https://connector.example.com/icims/v1/events', egress: ['192.0.2.10'], waitMs: 30_000 },
    ...{ pollMs: 50, signal: new AbortController().signal, report, ...changes },
  });
  await Promise.all(deeds);
  return { ...produced, lines };
}

const problemsOf = ({ verdicts }: Produced): string[] => verdicts.flatMap(({ problems }) => problems);
const read = (path: string): Promise<string> => readFile(join(out, path), 'utf8');

describe('npm run evidence on a platform that only a person can move', () => {
  let first: Played;
  let callsBefore: number;
  beforeAll(async () => {
    callsBefore = connector.theirs().calls.list().length;
    first = await play({});
  }, LIMIT_MS);

  it('tests the connection, then says for each use case what to do, with this platform’s own ids', () => {
    expect(first.lines[0]).toMatch(/^The connection to Example Health, sandbox \(9001\) works: .*visible/);
    expect(first.lines.join('\n')).toContain(`Move them to the status ${offerAccepted.id}.`);
    expect(first.lines.join('\n')).toContain('"Immigration: H-1B" (C77001)');
    expect(first.lines.filter((line) => line.startsWith('▶'))).toHaveLength(9);
  });

  it('tells of an event that is another than it waits for, and goes on waiting', () => {
    expect(first.lines.join('\n')).toMatch(/came, but it names 4 missing fields: refused, MISSING_FIELDS/);
  });

  it('shows nothing that needs a picture, and names each file that is missing', () => {
    expect(problemsOf(first)).toEqual(
      [
        'video: use-case-1-end-to-end/video.mp4',
        'end-to-end: use-case-1-end-to-end/screen.png',
        'later-progress: more-later-progress/screen.png',
        'duplicate: use-case-2-duplicate/screen.png',
        'missing-field: use-case-3-missing-field/screen.png',
        'missing-fields: use-case-3-missing-fields/screen.png',
        'placeholders: use-case-3-missing-fields/screen.png',
        'unknown-package: more-unknown-package/screen.png',
        'rescinded-offer: more-rescinded-offer/screen.png',
        'several-citizenships: more-several-citizenships/screen.png',
        'title-change: more-title-change/screen.png',
      ].map(
        (each) => `${each.replace(': ', `: ${FOLDER}/`)} is not in the pack: put it there and run again with --resume`,
      ),
    );
  });

  it('takes event, hire, case, attempts and times from the connector, and leaves the platform’s call log alone', async () => {
    const taken = JSON.parse(await read(`${FOLDER}/use-case-1-end-to-end/taken.json`)) as {
      hire: { state: string; attemptLog: { step: string }[] };
      case: object;
    };

    expect(taken).toMatchObject({
      event: { outcome: 'accepted' },
      hire: { state: 'delivered' },
      case: { state: 'open' },
    });
    expect(taken.hire.attemptLog.map(({ step }) => step)).toEqual(['announce', 'open-case', 'write-back']);
    expect(await read(`${FOLDER}/real-time.md`)).toMatch(
      /use-case-1-end-to-end \| \d+ ms \| \d+ ms \| \d+ ms \| [1-9]/,
    );
    expect(connector.theirs().calls.list().length).toBeGreaterThan(callsBefore);
  });

  it('says in the sheets what it could compare with, and where iCIMS is to send events', async () => {
    expect(await read(`${FOLDER}/fields.md`)).toContain(
      'own log of what was read and written is not open to the connector',
    );
    expect(await read(`${FOLDER}/enablement.md`)).toContain('POST https://connector.example.com/icims/v1/events');
    expect(await read('INDEX.md')).toMatch(/Not part of this run: icims-unavailable, because /);
  });

  it('keeps no value of a candidate, and no secret', async () => {
    const files = (await readdir(out, { recursive: true })).filter((file) => /\.(json|md|csv|html)$/.test(file));
    const texts = (await Promise.all(files.map((file) => read(file)))).join('\n');

    expect(texts).not.toMatch(/Vantalore|candidate\.\d+@|X0000\d+/);
    expect(texts).not.toContain(ADMIN_TOKEN);
    expect(texts).not.toContain('simulated-');
  });

  it('refuses to begin anew where an earlier run is kept', async () => {
    await expect(play({})).rejects.toMatchObject({ code: 'PACK_EXISTS' });
  });

  it('shows everything when the person has put the pictures and the film there, without asking again', async () => {
    const folders = (await readdir(join(out, FOLDER))).filter((name) => /^(use-case|more)/.test(name));
    for (const folder of folders) await copyFile(join(THEIRS, 'use-case-2-duplicate/duplicate.png'), join(out, FOLDER, folder, 'screen.png')); // prettier-ignore
    await copyFile(
      join(THEIRS, 'use-case-1-end-to-end/video.mp4'),
      join(out, FOLDER, 'use-case-1-end-to-end/video.mp4'),
    );

    const second = await play({ resume: true, waitMs: 0 }, {});

    expect(problemsOf(second)).toEqual([]);
    expect(second.verdicts.length).toBeGreaterThan(18);
    expect(second.lines.filter((line) => line.startsWith('▶'))).toEqual([]);
    expect(await read('SHA256SUMS')).toContain(`${FOLDER}/use-case-1-end-to-end/video.mp4`);
  });

  it('does not take a text for a picture or a film', async () => {
    await writeFile(join(out, FOLDER, 'use-case-2-duplicate/screen.png'), 'no picture');
    await writeFile(join(out, FOLDER, 'use-case-1-end-to-end/video.mp4'), 'no film');

    const again = await play({ resume: true, waitMs: 0 }, {});

    expect(problemsOf(again)).toEqual([
      'video: use-case-1-end-to-end/video.mp4 is no film that plays',
      `duplicate: ${FOLDER}/use-case-2-duplicate/screen.png is no PNG picture`,
    ]);
  });
});

describe('npm run evidence on a platform, when it does not go well', () => {
  const elsewhere = (): Promise<string> => mkdtemp(join(root, 'pack-'));

  it('keeps what was taken when the person ends it, and goes on from there', async () => {
    const [there, controller] = [await elsewhere(), new AbortController()];
    const { workflowId } = connector.theirs().addCandidate('h1b-transfer');
    const ended = await play(
      { out: there, signal: controller.signal },
      {
        'use-case-1-end-to-end': () => control('post', '/moves', { id: workflowId, statusId: offerAccepted.id }),
        'use-case-2-duplicate': () => {
          controller.abort();
          return Promise.resolve();
        },
      },
    );
    const resumed = await play({ out: there, resume: true, waitMs: 0 }, {});

    expect(ended.lines.join('\n')).toContain('What was taken is kept');
    expect(problemsOf(ended)).toContain('use-case-2-duplicate: not taken yet: --resume asks for it');
    expect(resumed.lines.filter((line) => line.startsWith('▶')).join()).not.toContain('use-case-1');
    expect(resumed.verdicts.find(({ id }) => id === 'end-to-end')?.answers[0]?.text).toMatch(/^accepted; /);
  });

  it('names a listed field that the API user cannot see, before anybody does anything', async () => {
    await control('put', '/rights', { hidden: ['people.birthdate'] });

    const run = play({ out: await elsewhere() });

    await expect(run).rejects.toMatchObject({ code: 'CONNECTION', message: expect.stringMatching(/birthdate/) });
    await control('put', '/rights', { hidden: [] });
  });

  it('says so when the platform is not configured, or nothing answers', async () => {
    await expect(play({ customerId: '9003', out: await elsewhere() })).rejects.toThrow(
      /404: There is no such platform/,
    );
    await expect(play({ connectorUrl: NOWHERE, out: await elsewhere() })).rejects.toThrow(/see CONNECTOR_URL/);
  });
});
