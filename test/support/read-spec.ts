import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { specPath, type SpecName } from '../../src/contract/specs.ts';

interface Media {
  readonly schema?: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** A request or response body as a contract describes it. */
export interface Content {
  readonly content?: Readonly<Record<string, Media>>;
}

interface Spec {
  readonly paths: Readonly<Record<string, object>>;
}

/** A contract as its file says it, every reference replaced by what it names. */
export function readSpec(name: SpecName): Spec {
  const spec = parse(readFileSync(specPath(name), 'utf8')) as Spec;
  return resolve(spec, spec) as Spec;
}

/** Ours name each other without cycles. */
function resolve(value: unknown, root: object): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, root));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as { $ref?: string };
  if (typeof $ref === 'string') return resolve(lookUp($ref, root), root);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner, root)]));
}

function lookUp(reference: string, root: object): unknown {
  const steps = reference.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    root,
  );
}
