import { type Facts, type PlatformFacts } from '../facts.ts';

type Trait = readonly [name: string, of: (platform: PlatformFacts) => string];

const traits: readonly Trait[] = [
  ['customer ID', ({ customerId }) => customerId],
  ['path of the platform', ({ customerId }) => `/customers/${customerId}`],
  ['trigger statuses', ({ document }) => document.triggers.map(({ newStatus }) => newStatus.join(' ')).join(', ')],
  ['package field', ({ document }) => document.packages.field],
  ['package nodes', ({ document }) => document.packages.items.map(({ nodeId }) => nodeId).join(', ')],
  ['custom fields', ({ derivedFields }) => customOf(derivedFields)],
  ['events', ({ connection }) => `${connection.events}${connection.gzip ? ', gzip' : ', plain'}`],
  ['REST API', ({ connection }) => connection.api],
];

/** Side by side, what differs between the platforms that the same product served; and the search of its source. */
export function repeatabilitySheet({ platforms, customerValues }: Facts): string {
  const head = ['', ...platforms.map(({ name }) => name)];
  const rows = traits.map(([name, of]) => `| ${[name, ...platforms.map(of)].join(' | ')} |`);
  return `# Repeatability

One connector process served all platforms of this pack at the same time, each by its platform document alone.

| ${head.join(' | ')} |
|${head.map(() => '---').join('|')}|
${rows.join('\n')}

## No customer's value in the product

${customerValuesText(customerValues)}`;
}

export type CustomerValues = Facts['customerValues'];

/** What was searched for in the source, and what was found. */
export function customerValuesText({ searched, files, found }: CustomerValues): string {
  const hits = found.map(({ value, what, file, line }) => `- ${what} ${value}: src/${file}:${line}`);
  return `${searched} values that are a customer's own (customer ids, names, hosts, custom field ids, list node ids with and without
their letter, package labels) were searched for in ${files} files of \`src\`, comments left out. Left out too: the simulated
customers themselves (\`src/sandbox\`) and types generated from the contracts. Found: ${found.length}.

${hits.join('\n')}
`;
}

function customOf(fields: PlatformFacts['derivedFields']): string {
  const custom = fields.filter(({ field }) => /^field\d/.test(field)).map(({ field }) => field);
  return `${custom.length}: ${custom.slice(0, 3).join(', ')} …`;
}
