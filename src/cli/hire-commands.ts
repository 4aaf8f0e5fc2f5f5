import { type Command, Option } from 'commander';
import { hireOperations } from '../console/hire-operations.ts';
import { readingOperations } from '../console/reading-operations.ts';
import { type HireStory, type ShownHire } from '../console/reading-store.ts';
import { Failure } from '../runtime/failure.ts';
import { withConnector, type CommandLine, type OpenedConnector } from './command-line.ts';
import { addCommand, cursorOption, customerOption, limitOption, toReference, type JsonOption } from './options.ts';
import { print, toLines, toTable } from './print.ts';
import { bodyOf, requestOf } from './request-of.ts';

const states = [
  'accepted',
  'opened',
  'delivered',
  'parked',
  'withdrawn',
] as const satisfies readonly ShownHire['state'][];

interface HireFilter extends JsonOption {
  readonly customer?: string;
  readonly state?: ShownHire['state'];
  readonly reason?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const A_HIRE = '0198c0de-0000-7000-8000-000000000000';

/** `hire …`: accepted hires and their delivery. */
export function addHireCommands(program: Command, commandLine: CommandLine): void {
  const hire = program.command('hire').description('accepted hires and what became of them');
  addCommand(hire, 'list', 'hires, newest first', [
    'hire list --state parked',
    'hire list --reason ICIMS_ACCESS --json',
  ])
    .addOption(new Option('--state <state>', 'only in this state').choices(states))
    .addOption(customerOption())
    .option('--reason <code>', 'only parked with this code')
    .addOption(limitOption())
    .addOption(cursorOption())
    .action((options: HireFilter) => listHires(options, commandLine));
  addCommand(hire, 'show', 'one hire and its attempts', [`hire show ${A_HIRE}`, `hire show ${A_HIRE} --fields`])
    .argument('<id>', 'the reference of the hire', toReference)
    .option('--fields', 'with what is known about the person; the audit log keeps that you read it')
    .action((id: string, options: JsonOption & { fields?: boolean }) =>
      withConnector(commandLine, async (connector) => {
        const story = await read(id, options.fields === true, commandLine, connector);
        await print(commandLine, options, story, toStoryText);
      }),
    );
  addCommand(hire, 'retry', 'put one parked hire back into the queue', [`hire retry ${A_HIRE}`])
    .argument('<id>', 'the reference of the hire', toReference)
    .action((id: string, options: JsonOption) =>
      withConnector(commandLine, async (connector) => {
        const request = { ...requestOf(commandLine.caller), path: { id } };
        const released = bodyOf(await hireOperations(connector).retryHire(request), 202);
        await print(commandLine, options, released, ({ state }) => `Hire ${id} is ${state}, and due now.`);
      }),
    );
}

function listHires({ customer, state, reason, limit, cursor, ...options }: HireFilter, commandLine: CommandLine) {
  return withConnector(commandLine, async (connector) => {
    const query = {
      limit,
      ...(customer === undefined ? {} : { customerId: customer }),
      ...(state === undefined ? {} : { state }),
      ...(reason === undefined ? {} : { reason }),
      ...(cursor === undefined ? {} : { cursor }),
    };
    const page = bodyOf(await readingOperations(connector).listHires({ ...requestOf(commandLine.caller), query }), 200);
    await print(commandLine, options, page, ({ items, next }) => {
      const rows = items.map((item) => {
        const { acceptedAt, id, customerId, workflowId, visaCategory } = item;
        return [acceptedAt, id, customerId, workflowId, visaCategory, item.state, item.reason?.code ?? item.caseId];
      });
      const table = toTable(['ACCEPTED', 'ID', 'CUSTOMER', 'WORKFLOW', 'CATEGORY', 'STATE', 'REASON OR CASE'], rows);
      return next === null ? table : `${table}\nMore with --cursor ${next}`;
    });
  });
}

type Story = Omit<HireStory, 'fields'> & Partial<Pick<HireStory, 'fields'>>;

/** Only who asks for the fields has read about a person, and is audited. */
async function read(id: string, fields: boolean, { caller }: CommandLine, connector: OpenedConnector): Promise<Story> {
  const story = await connector.reading.getHire(id);
  if (story === undefined) throw new Failure('invalid', 'NOT_FOUND', 'There is no such hire.');
  if (fields) {
    bodyOf(await readingOperations(connector).getHire({ ...requestOf(caller), path: { id } }), 200);
    return story;
  }
  const { fields: _fields, ...rest } = story;
  return rest;
}

function toStoryText({ attemptLog, fields, ...hire }: Story): string {
  const rows = attemptLog.map(({ at, step, outcome, milliseconds, code }) => [at, step, outcome, milliseconds, code]);
  const attempts = rows.length === 0 ? '' : `\n\n${toTable(['AT', 'STEP', 'OUTCOME', 'MS', 'CODE'], rows)}`;
  return `${toLines(hire)}${attempts}${fields === undefined || fields === null ? '' : `\n\n${toLines(fields)}`}`;
}
