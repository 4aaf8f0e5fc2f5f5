import { type Command, InvalidArgumentError, Option } from 'commander';
import { erasureOperations } from '../console/erasure-operations.ts';
import { withConnector, type CommandLine, type OpenedConnector } from './command-line.ts';
import { addCommand, type JsonOption, toCustomerId, toReference } from './options.ts';
import { print, toLines } from './print.ts';
import { bodyOf, requestOf } from './request-of.ts';

const ABOUT = `erase a person of a platform: hires, fields, attempts, built-in cases, events

A running service finishes it some two minutes later, when nothing that was under way can come in any more.`;

interface EraseOptions extends JsonOption {
  readonly customer: string;
  readonly person: string;
  readonly workflow?: readonly string[];
  readonly withdraw?: boolean;
}

/** `erase` and `erasure show`: what a person asks for by law. */
export function addEraseCommands(program: Command, commandLine: CommandLine): void {
  addCommand(program, 'erase', ABOUT, [
    'erase --customer 1234 --person 7301',
    'erase --customer 1234 --person 7301 --withdraw',
  ])
    .summary('erase a person of a platform')
    .addOption(customer())
    .addOption(new Option('--person <id>', 'the ID of the person in iCIMS').argParser(toId).makeOptionMandatory())
    .option('--workflow <id...>', 'workflows of the person that were refused: their events name nobody')
    .option('--withdraw', 'withdraw open hires first; otherwise they are a reason to refuse')
    .action((options: EraseOptions) =>
      withConnector(commandLine, (connector) => erase(options, commandLine, connector)),
    );
  const erasure = program.command('erasure').description('requests to erase a person');
  addCommand(erasure, 'show', 'what became of one', [
    'erasure show 0198c0de-0000-7000-8000-000000000000 --customer 1234',
  ])
    .argument('<id>', 'the id that `erase` printed', toReference)
    .addOption(customer())
    .action((id: string, { customer: customerId, ...options }: JsonOption & { customer: string }) =>
      withConnector(commandLine, async (connector) => {
        const request = { ...requestOf(commandLine.caller), path: { customerId, id } };
        await print(commandLine, options, bodyOf(await erasureOperations(connector).getErasure(request), 200), toLines);
      }),
    );
}

/** The first pass is made at once; the rest is for the running service. */
async function erase(options: EraseOptions, commandLine: CommandLine, connector: OpenedConnector): Promise<void> {
  const { customer: customerId, person: personId, workflow = [], withdraw = false, ...printing } = options;
  const { requestErasure, getErasure } = erasureOperations(connector);
  const request = requestOf(commandLine.caller);
  const body = { personId, workflowIds: [...workflow].map(toId), openHires: withdraw ? 'withdraw' : 'refuse' } as const;
  const { id } = bodyOf(await requestErasure({ ...request, path: { customerId }, body }), 202);
  await connector.erasures.pursue(id, connector.clock());
  await print(commandLine, printing, bodyOf(await getErasure({ ...request, path: { customerId, id } }), 200), toLines);
}

function customer(): Option {
  return new Option('--customer <customerId>', 'the platform').argParser(toCustomerId).makeOptionMandatory();
}

function toId(text: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError('It is an ID of iCIMS, such as 7301.');
}
