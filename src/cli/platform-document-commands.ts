import { type Command } from 'commander';
import { isPolicyAccepted } from '../console/is-policy-accepted.ts';
import { platformOperations } from '../console/platform-operations.ts';
import { putPlatform } from '../console/put-platform.ts';
import { withoutVersion } from '../console/shown-platform.ts';
import { toChange } from '../console/to-platform-change.ts';
import { platformDifference, type Difference } from '../platforms/platform-difference.ts';
import { type PlatformDocument } from '../platforms/platform.ts';
import { withConnector, type CommandLine, type OpenedConnector } from './command-line.ts';
import { readDocument, writeTo } from './documents.ts';
import { addCommand, toCustomerId, type JsonOption } from './options.ts';
import { print } from './print.ts';
import { bodyOf, requestOf } from './request-of.ts';

/** `platform import`: the same checks and effects as a PUT of the document. */
export function addImport(platform: Command, commandLine: CommandLine): void {
  const about = 'create or replace a platform by its document; "***" keeps the stored secret';
  const examples = ['platform import platform.json --dry-run', 'platform import - < platform.json'];
  addCommand(platform, 'import', about, examples)
    .argument('<file>', 'JSON file, or - for standard input')
    .option('--dry-run', 'check the document and show the difference, change nothing')
    .action(async (file: string, options: JsonOption & { dryRun?: boolean }) => {
      const sent = await readDocument(file, commandLine);
      await withConnector(commandLine, (connector) =>
        options.dryRun === true
          ? showDifference(sent, options, commandLine, connector)
          : keep(sent, options, commandLine, connector),
      );
    });
}

async function keep(
  sent: PlatformDocument,
  options: JsonOption,
  commandLine: CommandLine,
  connector: OpenedConnector,
): Promise<void> {
  const { caller } = commandLine;
  const put = await putPlatform(sent.customerId, sent, { ifMatch: undefined, caller }, connector);
  const { customerId, version } = put.platform;
  await print(
    commandLine,
    options,
    { customerId, version, created: put.created },
    ({ created }) => `Platform ${customerId} is ${created ? 'created' : 'changed'}, version ${version}.`,
  );
}

async function showDifference(
  sent: PlatformDocument,
  options: JsonOption,
  commandLine: CommandLine,
  { platforms, policies, clock, checkUrl }: OpenedConnector,
): Promise<void> {
  const stored = await platforms.getPlatform(sent.customerId);
  const policyAccepted = await isPolicyAccepted(sent.customerId, policies);
  const context = { at: clock(), actor: commandLine.caller.name, checkUrl, policyAccepted };
  const { document } = toChange(sent, stored, context);
  const differences = platformDifference(stored && withoutVersion(stored), document);
  const { customerId } = document;
  await print(commandLine, options, { customerId, created: stored === undefined, differences }, toDifferenceText);
}

const signs = { added: '+', removed: '-', changed: '~' } as const satisfies Record<Difference['change'], string>;

interface Shown {
  readonly customerId: string;
  readonly created: boolean;
  readonly differences: readonly Difference[];
}

function toDifferenceText({ customerId, created, differences }: Shown): string {
  if (differences.length === 0) return `Platform ${customerId} would stay as it is.`;
  const lines = differences.map(({ change, pointer, before, after }) => {
    const values = { added: [after], removed: [before], changed: [before, after] }[change];
    return `${signs[change]} ${pointer}  ${values.map((value) => JSON.stringify(value)).join(' → ')}`;
  });
  return [`Platform ${customerId} would be ${created ? 'created' : 'changed'}:`, ...lines].join('\n');
}

/** `platform export`: the document as `import` takes it. Audited before anything leaves. */
export function addExport(platform: Command, commandLine: CommandLine): void {
  const examples = ['platform export 1234', 'platform export 1234 --with-secrets --out platform.json'];
  addCommand(platform, 'export', 'print the document as `platform import` takes it, always JSON', examples)
    .argument('<customerId>', 'the customer ID in iCIMS', toCustomerId)
    .option('--with-secrets', 'with credentials in clear text instead of "***"')
    .option('--out <file>', 'into a new file that you alone can read')
    .action((customerId: string, options: { withSecrets?: boolean; out?: string }) =>
      withConnector(commandLine, async (connector) => {
        const withSecrets = options.withSecrets === true;
        const document = await documentOf(customerId, withSecrets, commandLine, connector);
        await connector.audit.write({
          ...{ at: connector.clock(), actor: commandLine.caller.name, action: 'platform.exported' },
          ...{ customerId, subject: customerId, detail: { withSecrets } },
        });
        await writeTo(options.out, commandLine, (put) => put(`${JSON.stringify(document, undefined, 2)}\n`));
      }),
    );
}

async function documentOf(
  customerId: string,
  withSecrets: boolean,
  { caller }: CommandLine,
  connector: OpenedConnector,
): Promise<object> {
  const request = { ...requestOf(caller), path: { customerId } };
  const masked = bodyOf(await platformOperations(connector).getPlatform(request), 200);
  const stored = withSecrets ? await connector.platforms.getPlatform(customerId) : undefined;
  return stored === undefined ? masked : withoutVersion(stored);
}
