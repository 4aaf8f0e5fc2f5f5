import { type Command } from 'commander';
import { connectionOperations } from '../console/connection-operations.ts';
import { platformOperations } from '../console/platform-operations.ts';
import { Failure } from '../runtime/failure.ts';
import { withConnector, type CommandLine, type OpenedConnector } from './command-line.ts';
import { addCommand, toCustomerId, type JsonOption } from './options.ts';
import { addExport, addImport } from './platform-document-commands.ts';
import { addAcceptPolicy } from './platform-policy-command.ts';
import { print, toLines, toTable } from './print.ts';
import { bodyOf, requestOf } from './request-of.ts';

/** `platform …`: whom we serve. */
export function addPlatformCommands(program: Command, commandLine: CommandLine): void {
  const platform = program.command('platform').description('the iCIMS customer platforms that are served');
  addList(platform, commandLine);
  addShow(platform, commandLine);
  addImport(platform, commandLine);
  addExport(platform, commandLine);
  addAcceptPolicy(platform, commandLine);
  addDelete(platform, commandLine);
  addTest(platform, commandLine);
}

function addList(platform: Command, commandLine: CommandLine): void {
  addCommand(platform, 'list', 'every platform, and what needs attention', ['platform list']).action(
    (options: JsonOption) =>
      withConnector(commandLine, async (connector) => {
        await print(commandLine, options, { items: await listAll(connector, commandLine) }, ({ items }) =>
          items.length === 0 ? 'No platform yet: `platform import` brings one.' : toPlatformTable(items),
        );
      }),
  );
}

/** The remaining iCIMS calls are left out: the running services know them, this process does not. */
async function listAll(connector: OpenedConnector, { caller }: CommandLine) {
  const { listPlatforms } = platformOperations(connector);
  const ask = async (cursor?: string) =>
    bodyOf(await listPlatforms({ ...requestOf(caller), query: cursor === undefined ? {} : { cursor } }), 200);
  const items = [];
  let page = await ask();
  items.push(...page.items);
  while (page.next !== null) {
    page = await ask(page.next);
    items.push(...page.items);
  }
  return items.map(({ allowance: _allowance, ...item }) => item);
}

type Listed = Awaited<ReturnType<typeof listAll>>[number];

function toPlatformTable(items: readonly Listed[]): string {
  const rows = items.map(({ customerId, name, environment, enabled, version, attention, updatedAt }) => [
    customerId,
    name,
    environment,
    enabled ? 'yes' : 'no',
    version,
    updatedAt,
    attention.length === 0 ? '-' : attention.map(({ code }) => code).join(', '),
  ]);
  return toTable(['CUSTOMER', 'NAME', 'ENVIRONMENT', 'ENABLED', 'VERSION', 'CHANGED', 'NEEDS ATTENTION'], rows);
}

function addShow(platform: Command, commandLine: CommandLine): void {
  addCommand(platform, 'show', 'one platform: its document without secrets', ['platform show 1234'])
    .argument('<customerId>', 'the customer ID in iCIMS', toCustomerId)
    .action((customerId: string, options: JsonOption) =>
      withConnector(commandLine, async (connector) => {
        const request = { ...requestOf(commandLine.caller), path: { customerId } };
        const document = bodyOf(await platformOperations(connector).getPlatform(request), 200);
        await print(commandLine, options, document, toSummary);
      }),
    );
}

type Document = Extract<
  Awaited<ReturnType<ReturnType<typeof platformOperations>['getPlatform']>>,
  { status: 200 }
>['body'];

/** What the document says, short; `platform export` prints it whole. */
function toSummary(document: Document): string {
  const { icims, inbound, triggers, packages, mapping, writeBack, caseSystem, ...rest } = document;
  return toLines({
    ...rest,
    required: Object.keys(rest.required).join(', '),
    icims: `${icims.apiBaseUrl}, ${icims.auth.type}, ${icims.dailyCallLimit} calls a day`,
    inbound: Object.keys(inbound).join(', '),
    triggers: triggers.map(({ newStatus, action }) => `${newStatus.join(' ')} → ${action}`).join(', '),
    packages: `${packages.field}: ${packages.items.map(({ packageId }) => packageId).join(', ')}`,
    mapping: `${mapping.length} of its own`,
    writeBack: writeBack === null ? null : `${writeBack.target}.${writeBack.collection}`,
    caseSystem: caseSystem.type === 'webhook' ? `webhook, ${caseSystem.url}` : caseSystem.type,
  });
}

function addDelete(platform: Command, commandLine: CommandLine): void {
  const about = 'delete a platform, the key to its data and its queue; what was sealed for it can never be read again';
  const command = addCommand(platform, 'delete', about, ['platform delete 1234 --yes'])
    .argument('<customerId>', 'the customer ID in iCIMS', toCustomerId)
    .option('--yes', 'needed: there is no way back');
  command.action((customerId: string, options: JsonOption & { yes?: boolean }) => {
    if (options.yes !== true) command.error('There is no way back from deleting a platform: say it with --yes.');
    return withConnector(commandLine, async (connector) => {
      const request = { ...requestOf(commandLine.caller), path: { customerId } };
      bodyOf(await platformOperations(connector).deletePlatform(request), 204);
      await print(commandLine, options, { deleted: customerId }, () => `Platform ${customerId} is deleted.`);
    });
  });
}

function addTest(platform: Command, commandLine: CommandLine): void {
  const about = 'try what live traffic does: log in to iCIMS, and look for every field that is needed';
  const examples = ['platform test 1234', 'platform test 1234 --workflow 4711'];
  addCommand(platform, 'test', about, examples)
    .argument('<customerId>', 'the customer ID in iCIMS', toCustomerId)
    .option('--workflow <id>', 'read this workflow, its person, job and location too')
    .action((customerId: string, options: JsonOption & { workflow?: string }) =>
      withConnector(commandLine, async (connector) => {
        const body = options.workflow === undefined ? undefined : { workflowId: options.workflow };
        const request = { ...requestOf(commandLine.caller), path: { customerId }, body };
        const result = bodyOf(await connectionOperations(connector).testConnection(request), 200);
        await print(commandLine, options, result, ({ checks }) =>
          toTable(
            ['CHECK', 'OK', ''],
            checks.map(({ name, ok, sentence }) => [name, ok ? 'yes' : 'NO', sentence]),
          ),
        );
        if (!result.ok) throw new Failure('rejected', 'CONNECTION_TEST', `Platform ${customerId} is not ready.`);
      }),
    );
}
