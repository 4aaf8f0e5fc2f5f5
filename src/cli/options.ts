import { type Command, InvalidArgumentError, Option } from 'commander';

const MAX_LIMIT = 1_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const day = /^\d{4}-\d{2}-\d{2}$/;
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A command that does something: with `--json`, and examples below its help. */
export function addCommand(parent: Command, usage: string, about: string, examples: readonly string[]): Command {
  const shown = examples.map((example) => `  npm run connector -- ${example}`).join('\n');
  return parent
    .command(usage)
    .description(about)
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', `\nExamples:\n${shown}`);
}

export interface JsonOption {
  readonly json?: boolean;
}

export function customerOption(): Option {
  return new Option('--customer <customerId>', 'only this platform').argParser(toCustomerId);
}

export function limitOption(): Option {
  return new Option('--limit <n>', `at most so many, up to ${MAX_LIMIT}`).argParser(toLimit).default(50);
}

export function cursorOption(): Option {
  return new Option('--cursor <next>', 'the page after, as the page before named it');
}

export function toCustomerId(text: string): string {
  if (/^\d{1,12}$/.test(text)) return text;
  throw new InvalidArgumentError('It is the customer ID in iCIMS: up to 12 digits.');
}

/** Hires and events are named by the reference that iCIMS was given. */
export function toReference(text: string): string {
  if (uuid.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It looks like 0198c0de-0000-7000-8000-000000000000.');
}

/** A day means its first moment in UTC. */
export function toMoment(text: string): Date {
  const moment = new Date(text);
  if ((day.test(text) || time.test(text)) && !Number.isNaN(moment.getTime())) return moment;
  throw new InvalidArgumentError('It is a day like 2026-11-01, or a time like 2026-11-01T09:00:00Z.');
}

function toLimit(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new InvalidArgumentError(`It is a number from 1 to ${MAX_LIMIT}.`);
}
