import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type RetryRunWish,
  retryRunOperations,
  type ShownRetryPreview,
  type ShownRetryRun,
} from '../console/retry-run-operations.ts';
import { withConnector, type CommandLine } from './command-line.ts';
import {
  addCommand,
  cursorOption,
  customerOption,
  type JsonOption,
  limitOption,
  toCustomerId,
  toMoment,
  toReference,
} from './options.ts';
import { print, toLines, toTable } from './print.ts';
import { bodyOf, requestOf } from './request-of.ts';

const ABOUT = `put parked hires of a platform back to work, at a steady pace

A running service or worker does it; \`retry-run show\` tells how it goes. \`hire retry\` is for a single hire.`;
const MOST_PER_MINUTE = 3_000;
const A_RUN = '0198c0de-0000-7000-8000-000000000000';

interface RetryOptions extends JsonOption {
  readonly customer: string;
  readonly reason?: string[];
  readonly from?: Date;
  readonly to?: Date;
  readonly perMinute?: number;
  readonly preview?: boolean;
}

/** `retry`: what is parked, once the cause is gone; `retry-run …`: how that goes. */
export function addRetryCommands(program: Command, commandLine: CommandLine): void {
  addCommand(program, 'retry', ABOUT, [
    'retry --customer 1234 --reason CASE_SYSTEM_ACCESS --preview',
    'retry --customer 1234 --reason CASE_SYSTEM_ACCESS --per-minute 30',
    'retry --customer 1234 --from 2026-11-20T09:00:00Z --to 2026-11-20T12:00:00Z',
  ])
    .summary('put parked hires of a platform back to work, at a steady pace')
    .addOption(platformOption())
    .option('--reason <code...>', 'only parked with these codes')
    .addOption(new Option('--from <time>', 'only parked at this time or later').argParser(toMoment))
    .addOption(new Option('--to <time>', 'only parked before this time').argParser(toMoment))
    .addOption(new Option('--per-minute <n>', 'hires a minute; 60 unless told otherwise').argParser(toPace))
    .option('--preview', 'tell what fits, and change nothing')
    .action((options: RetryOptions) => retry(options, commandLine));
  const run = program.command('retry-run').description('parked hires that somebody puts back to work at a pace');
  addCommand(run, 'list', 'runs, newest first', ['retry-run list', 'retry-run list --customer 1234 --json'])
    .addOption(customerOption())
    .addOption(limitOption())
    .addOption(cursorOption())
    .action((options: ListOptions) => list(options, commandLine));
  for (const [verb, about, operation, example] of [
    ['show', 'how one goes', 'getRetryRun', `retry-run show ${A_RUN} --customer 1234`],
    [
      'cancel',
      'end one; what it has not released stays parked',
      'cancelRetryRun',
      `retry-run cancel ${A_RUN} --customer 1234`,
    ],
  ] as const)
    addCommand(run, verb, about, [example])
      .argument('<id>', 'the id that `retry` printed', toReference)
      .addOption(platformOption())
      .action((id: string, { customer: customerId, ...options }: JsonOption & { customer: string }) =>
        withConnector(commandLine, async (connector) => {
          const request = { ...requestOf(commandLine.caller), path: { customerId, id } };
          const told = bodyOf(await retryRunOperations(connector)[operation](request), 200);
          await print(commandLine, options, told, toRunText);
        }),
      );
}

function retry({ customer: customerId, preview, ...options }: RetryOptions, commandLine: CommandLine): Promise<void> {
  return withConnector(commandLine, async (connector) => {
    const { previewRetryRun, startRetryRun } = retryRunOperations(connector);
    const request = { ...requestOf(commandLine.caller), path: { customerId }, body: toWish(options) };
    if (preview === true) await print(commandLine, options, bodyOf(await previewRetryRun(request), 200), toPreviewText);
    else await print(commandLine, options, bodyOf(await startRetryRun(request), 201), toRunText);
  });
}

function toWish({ reason, from, to, perMinute }: Omit<RetryOptions, 'customer'>): RetryRunWish {
  return {
    ...(reason === undefined ? {} : { codes: reason }),
    ...(from === undefined ? {} : { parkedFrom: from.toISOString() }),
    ...(to === undefined ? {} : { parkedTo: to.toISOString() }),
    ...(perMinute === undefined ? {} : { perMinute }),
  };
}

interface ListOptions extends JsonOption {
  readonly customer?: string;
  readonly limit: number;
  readonly cursor?: string;
}

function list({ customer, limit, cursor, ...options }: ListOptions, commandLine: CommandLine): Promise<void> {
  return withConnector(commandLine, async (connector) => {
    const query = {
      limit,
      ...(customer === undefined ? {} : { customerId: customer }),
      ...(cursor === undefined ? {} : { cursor }),
    };
    const request = { ...requestOf(commandLine.caller), query };
    const page = bodyOf(await retryRunOperations(connector).listRetryRuns(request), 200);
    await print(commandLine, options, page, ({ items, next }) => {
      const rows = items.map(({ madeAt, id, customerId, state, counts }) => [
        ...[madeAt, id, customerId, state, counts.chosen, counts.released, counts.delivered, counts.parkedAgain],
      ]);
      const head = ['STARTED', 'ID', 'CUSTOMER', 'STATE', 'CHOSEN', 'RELEASED', 'DELIVERED', 'PARKED AGAIN'];
      const table = toTable(head, rows);
      return next === null ? table : `${table}\nMore with --cursor ${next}`;
    });
  });
}

function toRunText({ counts, ...run }: ShownRetryRun): string {
  return toLines({ ...run, ...counts });
}

function toPreviewText({ causes, sample, ...figures }: ShownRetryPreview): string {
  if (figures.count === 0) return 'Nothing is parked that fits.';
  const rows = causes.map(({ code, count, sentence }) => [code, count, sentence]);
  const first = sample.map(({ parkedAt, id, workflowId, code }) => [parkedAt, id, workflowId, code]);
  return [
    toLines(figures),
    toTable(['CAUSE', 'HIRES', 'SENTENCE'], rows),
    toTable(['PARKED', 'FIRST TO GO', 'WORKFLOW', 'CAUSE'], first),
  ].join('\n\n');
}

function platformOption(): Option {
  return new Option('--customer <customerId>', 'the platform').argParser(toCustomerId).makeOptionMandatory();
}

function toPace(text: string): number {
  const pace = Number(text);
  if (/^\d+$/.test(text) && pace >= 1 && pace <= MOST_PER_MINUTE) return pace;
  throw new InvalidArgumentError(`It is a number from 1 to ${MOST_PER_MINUTE}.`);
}
