import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PlatformDocument } from './contract-types.ts';
import { type Facts, type FoundValue } from './facts.ts';

/** One value that is the customer's own. */
interface CustomerValue {
  readonly value: string;
  readonly what: string;
}

/** The simulated customers themselves; and types made from the contracts, whose examples need some number. */
const NOT_PRODUCT = ['sandbox/', 'contract/generated/'];

/** What of a platform document is the customer's own: ids, labels, nodes, field ids; nothing that iCIMS standardises. */
export function customerValues(document: PlatformDocument): readonly CustomerValue[] {
  const { customerId, name, triggers, packages, mapping, icims } = document;
  const host = new URL(icims.apiBaseUrl).host;
  const custom = mapping.flatMap(({ from }) => /\.(field\d+)/.exec(from)?.[1] ?? []);
  const nodes = [
    ...triggers.flatMap(({ newStatus }) => newStatus),
    ...packages.items.map(({ nodeId }) => nodeId),
    ...mapping.flatMap(({ values }) => Object.keys(values ?? {}).filter((key) => /^[A-Z]\d+$/.test(key))),
  ];
  return [
    { value: customerId, what: 'customer id' },
    { value: name.replace(/, (sandbox|production)$/, ''), what: 'name' },
    { value: host, what: 'host' },
    ...unique(custom).map((value) => ({ value, what: 'custom field id' })),
    ...unique(nodes.flatMap(withAndWithoutLetter)).map((value) => ({ value, what: 'list node id' })),
    ...unique(packages.items.map(({ label }) => label)).map((value) => ({ value, what: 'package label' })),
  ];
}

/** Searches the product's source, comments left out, for values of the given platforms. */
export async function scanForCustomerValues(
  source: string,
  documents: readonly PlatformDocument[],
): Promise<Facts['customerValues']> {
  const values = documents.flatMap(customerValues);
  const names = await readdir(source, { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') && !NOT_PRODUCT.some((part) => name.startsWith(part)));
  const found: FoundValue[] = [];
  for (const file of files) found.push(...findValues(await readFile(join(source, file), 'utf8'), values, file));
  return { searched: values.length, files: files.length, found };
}

/** The values that stand in a text as words of their own. */
export function findValues(text: string, values: readonly CustomerValue[], file: string): readonly FoundValue[] {
  return text.split('\n').flatMap((line, index) => {
    const code = withoutComment(line);
    return values
      .filter(({ value }) => new RegExp(`(?<![A-Za-z0-9])${escaped(value)}(?![A-Za-z0-9])`).test(code))
      .map(({ value, what }) => ({ value, what, file, line: index + 1 }));
  });
}

/** Comments explain with made-up values; they do nothing. */
function withoutComment(line: string): string {
  return /^\s*(\*|\/\*\*|\/\/)/.test(line) ? '' : line.replace(/\s\/\/.*$/, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function withAndWithoutLetter(id: string): readonly string[] {
  return [id, id.replace(/^[A-Za-z]/, '')];
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
