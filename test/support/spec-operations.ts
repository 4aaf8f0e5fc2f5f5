import { type SpecName } from '../../src/contract/specs.ts';
import { rightOfOperation } from '../../src/accounts/rights.ts';
import { type Content, readSpec } from './read-spec.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly example?: string | number;
}

interface PathItemOperation {
  readonly operationId: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
  readonly security?: readonly object[];
}

/** One operation of a contract, with what a request to it needs. */
export interface SpecOperation extends Omit<PathItemOperation, 'parameters'> {
  readonly spec: SpecName;
  readonly method: 'get' | 'put' | 'post' | 'patch' | 'delete';
  /** Path with every parameter filled in by its example. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** An example of a contract: what it stands for, and its value. */
export interface SpecExample {
  readonly name: string;
  readonly mediaType: string;
  readonly value: unknown;
}

/** Whether an operation of the admin API is about whoever has signed in, and so not for the operator's token. */
export function isForPeople({ operationId }: Pick<SpecOperation, 'operationId'>): boolean {
  return rightOfOperation[operationId as keyof typeof rightOfOperation] === 'person';
}

const methods: readonly string[] = ['get', 'put', 'post', 'patch', 'delete'];

/** For parameters of ours that have no example: ids that nothing has. */
const samples: Readonly<Record<string, string>> = {
  customerId: '424242',
  id: '01932f7e-5c1a-7cc0-8000-0123456789ab',
};

/** Every operation of a contract. */
export function specOperations(spec: SpecName): readonly SpecOperation[] {
  const paths = readSpec(spec).paths as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => toOperation(spec, { path, method, item }, operation as PathItemOperation)),
  );
}

function toOperation(
  spec: SpecName,
  at: { path: string; method: string; item: Readonly<Record<string, unknown>> },
  { parameters: own = [], ...operation }: PathItemOperation,
): SpecOperation {
  const parameters = [...((at.item['parameters'] as readonly Parameter[] | undefined) ?? []), ...own];
  const pick = (place: Parameter['in']): Record<string, string> =>
    Object.fromEntries(
      parameters
        .filter((one) => one.in === place && (place === 'path' || one.required))
        .map((one) => [one.name, valueOf(one)]),
    );
  const values = pick('path');
  const path = at.path.replace(/\{([^}]+)\}/g, (_all, name: string) => values[name] ?? name);
  return {
    ...operation,
    spec,
    method: at.method as SpecOperation['method'],
    path,
    query: pick('query'),
    headers: pick('header'),
  };
}

function valueOf({ name, example }: Parameter): string {
  return String(example ?? samples[name] ?? '1');
}

/** The examples of a request or response body. */
export function examplesOf({ content = {} }: Content): readonly SpecExample[] {
  return Object.entries(content).flatMap(([mediaType, media]) => [
    ...(media.example === undefined ? [] : [{ name: 'example', mediaType, value: media.example }]),
    ...Object.entries(media.examples ?? {}).map(([name, { value }]) => ({ name, mediaType, value })),
  ]);
}
