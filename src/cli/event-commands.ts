import { type Command, Option } from 'commander';
import { type ShownEvent } from '../console/reading-store.ts';
import { readingOperations } from '../console/reading-operations.ts';
import { withConnector, type CommandLine } from './command-line.ts';
import { addCommand, cursorOption, customerOption, limitOption, toReference, type JsonOption } from './options.ts';
import { print, toLines, toTable } from './print.ts';
import { bodyOf, requestOf } from './request-of.ts';

const outcomes = ['accepted', 'ignored', 'refused', 'failed'] as const satisfies readonly ShownEvent['outcome'][];

interface EventFilter extends JsonOption {
  readonly customer?: string;
  readonly outcome?: ShownEvent['outcome'];
  readonly limit: number;
  readonly cursor?: string;
}

/** `event …`: what iCIMS sent, and what became of it. */
export function addEventCommands(program: Command, commandLine: CommandLine): void {
  const event = program.command('event').description('what iCIMS sent, and what became of it');
  addCommand(event, 'list', 'events, newest first', ['event list --customer 1234 --outcome refused'])
    .addOption(customerOption())
    .addOption(new Option('--outcome <outcome>', 'only with this outcome').choices(outcomes))
    .addOption(limitOption())
    .addOption(cursorOption())
    .action((options: EventFilter) => listEvents(options, commandLine));
  addCommand(event, 'show', 'one event, by the reference in its answer', [
    'event show 0198c0de-0000-7000-8000-000000000000',
  ])
    .argument('<id>', 'the reference of the event', toReference)
    .action((id: string, options: JsonOption) =>
      withConnector(commandLine, async (connector) => {
        const request = { ...requestOf(commandLine.caller), path: { id } };
        await print(commandLine, options, bodyOf(await readingOperations(connector).getEvent(request), 200), toLines);
      }),
    );
}

function listEvents({ customer, outcome, limit, cursor, ...options }: EventFilter, commandLine: CommandLine) {
  return withConnector(commandLine, async (connector) => {
    const query = {
      limit,
      ...(customer === undefined ? {} : { customerId: customer }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(cursor === undefined ? {} : { cursor }),
    };
    const page = bodyOf(
      await readingOperations(connector).listEvents({ ...requestOf(commandLine.caller), query }),
      200,
    );
    await print(commandLine, options, page, ({ items, next }) => {
      const rows = items.map((item) => [
        item.receivedAt,
        item.id,
        item.customerId,
        item.eventType,
        item.outcome,
        item.code,
      ]);
      const table = toTable(['RECEIVED', 'ID', 'CUSTOMER', 'TYPE', 'OUTCOME', 'CODE'], rows);
      return next === null ? table : `${table}\nMore with --cursor ${next}`;
    });
  });
}
