import { type Command, Option } from 'commander';
import { auditActions } from '../audit/audit-entry.ts';
import { type AuditFormat } from '../audit/audit-pieces.ts';
import { exportAudit } from '../console/export-audit.ts';
import { type AuditWish } from '../console/reading-store.ts';
import { Failure } from '../runtime/failure.ts';
import { withConnector, type CommandLine } from './command-line.ts';
import { writeTo } from './documents.ts';
import { addCommand, customerOption, toMoment, type JsonOption } from './options.ts';
import { print } from './print.ts';

interface AuditFilter extends Pick<AuditWish, 'actor' | 'action' | 'subject' | 'from' | 'to'> {
  readonly format: AuditFormat;
  readonly customer?: string;
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
    .option('--actor <name>', 'only what they did: an e-mail address, icims, delivery, key:… or cli:…')
    .addOption(new Option('--action <action>', 'only what was done in this way').choices(auditActions))
    .option('--subject <reference>', 'only what was done to this hire, case, person or platform')
    .addOption(new Option('--from <time>', 'from this day or time on').argParser(toMoment))
    .addOption(new Option('--to <time>', 'before this day or time').argParser(toMoment))
    .option('--out <file>', 'into a new file that you alone can read')
    .addHelpText(
      'after',
      '\nExample:\n  npm run connector -- audit export --format csv --from 2026-10-01 --to 2026-11-01 --out october.csv',
    )
    .action((filter: AuditFilter) => exportTo(filter, commandLine));
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

function exportTo({ out, format, customer, ...filter }: AuditFilter, commandLine: CommandLine): Promise<void> {
  return withConnector(commandLine, async (connector) => {
    const wish = { customerId: customer, ...filter };
    const { pieces } = await exportAudit({ format, wish }, commandLine.caller, connector);
    await writeTo(out, commandLine, async (put) => {
      for await (const piece of pieces) await put(piece);
    });
  });
}
