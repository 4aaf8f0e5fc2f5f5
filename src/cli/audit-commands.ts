import { type Command, Option } from 'commander';
import { toCsv } from '../audit/audit-csv.ts';
import { type AuditEntry } from '../audit/audit-entry.ts';
import { type Page } from '../console/reading-store.ts';
import { Failure } from '../runtime/failure.ts';
import { withConnector, type CommandLine, type OpenedConnector } from './command-line.ts';
import { writeTo } from './documents.ts';
import { addCommand, customerOption, toMoment, type JsonOption } from './options.ts';
import { print } from './print.ts';

const PAGE = 1_000;

interface AuditFilter {
  readonly format: 'csv' | 'json';
  readonly customer?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly out?: string;
}

/** `audit …`: who did what. */
export function addAuditCommands(program: Command, commandLine: CommandLine): void {
  const audit = program.command('audit').description('who did what, when');
  audit
    .command('export')
    .description('the audit log, oldest first; the export itself becomes an entry')
    .addOption(new Option('--format <format>', 'how').choices(['csv', 'json']).default('json'))
    .addOption(customerOption())
    .addOption(new Option('--from <time>', 'from this day or time on').argParser(toMoment))
    .addOption(new Option('--to <time>', 'before this day or time').argParser(toMoment))
    .option('--out <file>', 'into a new file that you alone can read')
    .addHelpText(
      'after',
      '\nExample:\n  npm run connector -- audit export --format csv --from 2026-10-01 --to 2026-11-01 --out october.csv',
    )
    .action((filter: AuditFilter) =>
      withConnector(commandLine, (connector) => exportAudit(filter, commandLine, connector)),
    );
  addCommand(audit, 'verify', 'whether the chain of entries is whole', ['audit verify']).action((options: JsonOption) =>
    withConnector(commandLine, async (connector) => {
      const chain = await connector.audit.verify();
      await print(commandLine, options, chain, ({ intact, sealed, purged }) =>
        intact
          ? `The chain is whole: ${sealed} entries, ${purged} older ones removed by age. A running service seals new ones within seconds.`
          : `The first ${sealed} entries are whole.`,
      );
      if (!chain.intact)
        throw new Failure('rejected', 'AUDIT_BROKEN', `The chain breaks at entry ${chain.brokenAt ?? '?'}.`);
    }),
  );
}

/** Noted before the first entry leaves, so that a cut-off export is in the log too. */
async function exportAudit(filter: AuditFilter, commandLine: CommandLine, connector: OpenedConnector): Promise<void> {
  const { format, customer = null, out } = filter;
  await connector.audit.write({
    ...{ at: connector.clock(), actor: commandLine.caller.name, action: 'audit.exported' },
    ...{ customerId: customer, subject: null, detail: { format } },
  });
  await writeTo(out, commandLine, async (put) => {
    let page = await readPage(filter, connector);
    await put(pieceOf[format](page.items, true));
    while (page.next !== null) {
      page = await readPage(filter, connector, page.next);
      await put(pieceOf[format](page.items, false));
    }
    await put(endOf[format]);
  });
}

function readPage(
  { customer, from, to }: AuditFilter,
  { reading }: OpenedConnector,
  cursor?: string,
): Promise<Page<AuditEntry>> {
  return reading.listAudit({ limit: PAGE, cursor, customerId: customer, from, to });
}

type Format = AuditFilter['format'];

/** A page as a piece of the whole; the first one begins it. */
const pieceOf = {
  csv: toCsv,
  json: (entries, isFirst) =>
    `${isFirst ? '[' : ''}${entries.map((entry, index) => `${isFirst && index === 0 ? '' : ','}\n${JSON.stringify(entry)}`).join('')}`,
} as const satisfies Record<Format, (entries: readonly AuditEntry[], isFirst: boolean) => string>;

const endOf = { csv: '', json: '\n]\n' } as const satisfies Record<Format, string>;
