import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../runtime/config.ts';
import { createLog } from '../runtime/log.ts';
import { run } from '../runtime/run.ts';
import { startService, type Service } from '../wire/service.ts';
import { createAdminClient } from './admin-client.ts';
import { enablePlatform } from './enable-platform.ts';
import { followHire, type HireStory } from './follow-hire.ts';
import { platformDocumentFor } from './platform-document-for.ts';
import { startSimulatedIcims, type SimulatedIcims } from './start-simulated-icims.ts';

const USAGE = `npm run sandbox -- [options]

Starts the connector with a private PostgreSQL of its own and a simulated iCIMS platform, sends one hire through, prints
what happened and keeps running for you to try more. Nothing is kept afterwards.

  --exit               end after the one hire instead of keeping running
  --port <port>        of the connector (default 3000)
  --icims-port <port>  of the simulated iCIMS (default 4010)
  --help               this text
`;

const { values: options } = parseArgs({
  options: {
    exit: { type: 'boolean', default: false },
    port: { type: 'string', default: '3000' },
    'icims-port': { type: 'string', default: '4010' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) console.log(USAGE);
else await run(start);

async function start(): Promise<{ stop(): Promise<void> }> {
  const adminToken = randomBytes(24).toString('base64url');
  const dataDir = await mkdtemp(join(tmpdir(), 'connector-sandbox-'));
  const icims = await startSimulatedIcims({ port: Number(options['icims-port']) });
  const config = readConfig({
    LOG_LEVEL: 'error',
    ...process.env,
    PORT: options.port,
    DATA_DIR: dataDir,
    DATABASE_URL: undefined,
    ADMIN_TOKEN: adminToken,
    ALLOW_INSECURE_HOSTS: new URL(icims.url).host,
  });
  let welcome = '';
  const announce = (line: string): void => void (welcome = line);
  const service = await startService(config, createLog(config.logLevel), { announce });
  const stop = async (): Promise<void> => {
    await service.stop();
    await icims.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  const story = await sendOneHire(service, icims, adminToken);
  console.log(toText(story));
  if (options.exit) {
    await stop();
    return { stop: () => Promise.resolve() };
  }
  console.log(whereToGo(service, icims, { adminToken, welcome }));
  return { stop };
}

/** Enables both made-up employers on the connector, and moves a candidate of the first to "Offer accepted". */
async function sendOneHire({ publicUrl }: Service, icims: SimulatedIcims, adminToken: string): Promise<HireStory> {
  const admin = createAdminClient(publicUrl, adminToken);
  for (const platform of icims.platforms) {
    await enablePlatform(admin, platformDocumentFor(platform.customerId, { icims: icims.url }));
    platform.connect({ eventsUrl: `${publicUrl}/icims/v1/events`, tokenUrl: `${publicUrl}/oauth/token` });
  }
  const [platform] = icims.platforms;
  if (platform === undefined) throw new Error('The simulated iCIMS hosts no platform.');
  return followHire(platform, platform.candidate('h1b-new-graduate'), admin);
}

function toText({ candidate, move, hire, theCase, results }: HireStory): string {
  const [last] = results;
  return `
1. Recruiter moves ${candidate} to "Offer accepted" in iCIMS; iCIMS sends the event:
     POST /icims/v1/events → ${move.answer.status} in ${Math.round(move.answer.ms)} ms: ${move.answer.body}
2. The hire was read from iCIMS, checked and committed:
     ${hire.id}, ${hire.visaCategory}, complete for filing: ${hire.completeness.present} of ${hire.completeness.needed} fields
3. The case was opened:
     ${theCase.number} (${theCase.state})
${indent(JSON.stringify(theCase.fields, null, 2))}
4. Written back to workflow ${hire.workflowId} in iCIMS:
     ${last === undefined ? 'nothing' : `${last.name}: ${last.status}, ${last.url}, ${last.notes}`}
`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '     ');
}

function whereToGo(
  { publicUrl }: Service,
  { url, platforms }: SimulatedIcims,
  { adminToken, welcome }: Record<'adminToken' | 'welcome', string>,
): string {
  const pages = platforms.map(
    ({ customerId, employer }) => `  ${url}/recruiter/${customerId}   the recruiter's page of ${employer.name}`,
  );
  return `Try more:
${pages.join('\n')}
  ${publicUrl}/docs   the API, interactive
  ${publicUrl}/console   the console. ${welcome}
  curl -H 'Authorization: Bearer ${adminToken}' ${publicUrl}/api/v1/hires

Running until Ctrl-C.`;
}
