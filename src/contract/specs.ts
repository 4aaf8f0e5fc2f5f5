import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Our contracts, by the name of their file in `openapi/`. */
export type SpecName = 'partner' | 'admin' | 'icims' | 'cases-webhook' | 'alerts-webhook';

/** The file of a contract. `openapi/` stands beside `src/` and `dist/`. */
export function specPath(name: SpecName): string {
  return join(import.meta.dirname, '..', '..', 'openapi', `${name}.yaml`);
}

interface SpecOperation {
  readonly operationId: string;
  readonly method: string;
  /** Express form: `/api/v1/hires/:id`. */
  readonly route: string;
}

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** Every operation of a contract with its route. */
export function operationsOf(name: SpecName): SpecOperation[] {
  const spec = parse(readFileSync(specPath(name), 'utf8')) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, { operationId }]) => ({ operationId, method, route: path.replace(/\{([^}]+)\}/g, ':$1') })),
  );
}
