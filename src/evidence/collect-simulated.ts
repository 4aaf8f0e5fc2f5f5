import { join } from 'node:path';
import { openBrowser } from './browser/open-browser.ts';
import { type Programs } from './browser/find-programs.ts';
import { collectPlatform } from './collect-platform.ts';
import { type PlatformFacts } from './facts.ts';
import { folderOf } from './pack/folder-of.ts';
import { secretsOf } from './pack/find-leaks.ts';
import { type Break } from './world/break-one-thing.ts';
import { startWorld, type World } from './world/start-world.ts';

/** What a run leaves for the pack. */
export interface Collected {
  readonly platforms: readonly PlatformFacts[];
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly secrets: readonly string[];
  readonly endpoint: string;
  readonly egress: readonly string[];
}

interface Run {
  readonly directory: string;
  readonly programs: Programs;
  readonly broken: Break | null;
  readonly inherited: NodeJS.ProcessEnv;
  readonly report: (line: string) => void;
}

/** Starts connector and simulated iCIMS, plays all use cases on all platforms at the same time, and stops everything. */
export async function collectSimulated(run: Run): Promise<Collected> {
  const world = await startWorld(run.broken, run.inherited);
  run.report('The connector and two simulated iCIMS platforms are running.');
  try {
    const platforms = await Promise.all(world.platforms.map((platform) => collectOne(platform, world, run)));
    return {
      platforms,
      labels: new Map(world.platforms.map((platform) => [platform.customerId, labelsOf(platform)])),
      secrets: [...[...world.documents.values()].flatMap(secretsOf), world.adminToken],
      endpoint: `${world.connectorUrl}/icims/v1/events`,
      egress: ['127.0.0.1 (this run)'],
    };
  } finally {
    await world.close();
  }
}

async function collectOne(platform: World['platforms'][number], world: World, run: Run): Promise<PlatformFacts> {
  const browser = await openBrowser(run.programs.chromium);
  try {
    const page = await browser.context.newPage();
    const { admin, icimsUrl, eventsUrl, connectorUrl } = world;
    const connection = { eventsUrl, tokenUrl: `${connectorUrl}/oauth/token` };
    const directory = join(run.directory, folderOf({ customerId: platform.customerId, name: platform.employer.name }));
    const stage = {
      platform,
      admin,
      page,
      icimsUrl,
      connection,
      directory,
      ffmpeg: run.programs.ffmpeg,
      pace: paceOf(run),
    };
    return await collectPlatform(stage, run.report);
  } finally {
    await browser.close();
  }
}

/** Nobody watches the film of a run that is broken on purpose. */
function paceOf({ broken }: Run): number {
  return broken === null ? 1 : 0.2;
}

/** The labels of the platform's fields, those inside collections too. */
function labelsOf({ profiles }: World['platforms'][number]): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(profiles.fields).flatMap(([profile, fields]) =>
      Object.entries(fields).flatMap(([name, { label, children = {} }]): [string, string][] => [
        [`${profile}.${name}`, label],
        ...Object.entries(children).map(([child, field]): [string, string] => [
          `${profile}.${name}.${child}`,
          field.label,
        ]),
      ]),
    ),
  );
}
