import { type Command } from 'commander';
import { setupOperations } from '../console/setup-operations.ts';
import { privacyPolicy } from '../platforms/privacy-policy.ts';
import { withConnector, type CommandLine } from './command-line.ts';
import { addCommand, toCustomerId, type JsonOption } from './options.ts';
import { print } from './print.ts';
import { bodyOf, requestOf } from './request-of.ts';

/** `platform accept-policy`: without `--by` the text, with it the acceptance in that person's name. */
export function addAcceptPolicy(platform: Command, commandLine: CommandLine): void {
  const about = 'accept the privacy policy for a platform, or read it';
  const examples = ['platform accept-policy 1234', 'platform accept-policy 1234 --by "Ana Example, HR"'];
  addCommand(platform, 'accept-policy', about, examples)
    .argument('<customerId>', 'the customer ID in iCIMS', toCustomerId)
    .option('--by <person>', 'who accepts it')
    .action(async (customerId: string, options: JsonOption & { by?: string }) => {
      if (options.by === undefined) await print(commandLine, options, privacyPolicy, toText);
      else await accept(customerId, { ...options, by: options.by }, commandLine);
    });
}

async function accept(
  customerId: string,
  options: JsonOption & { by: string },
  commandLine: CommandLine,
): Promise<void> {
  await withConnector(commandLine, async (connector) => {
    const body = { version: privacyPolicy.version, onBehalfOf: options.by };
    const request = { ...requestOf(commandLine.caller), path: { customerId }, body };
    const acceptance = bodyOf(await setupOperations(connector).acceptPolicy(request), 200);
    await print(
      commandLine,
      options,
      { customerId, ...acceptance },
      ({ version, acceptedBy }) => `Policy ${version} is accepted for platform ${customerId} by ${acceptedBy}.`,
    );
  });
}

function toText({ title, version, sections }: typeof privacyPolicy): string {
  const parts = sections.map(({ heading, paragraphs }) => [heading, ...paragraphs].join('\n'));
  return [`${title} (${version})`, ...parts].join('\n\n');
}
