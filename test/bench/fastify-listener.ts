import { type RequestListener } from 'node:http';
import fastify, { type FastifyRequest } from 'fastify';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Event = Readonly<Record<string, string>>;

interface FastifyParts {
  readonly path: string;
  /** Throws for a credential that is not known. */
  readonly authenticate: (request: FastifyRequest) => void;
  readonly keep: (event: Event) => Promise<unknown>;
}

interface Schemas {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/**
 * What a service on Fastify would do for an ignored event: the same contract by Fastify's own schema check, the same
 * credential and commit, no log and no rules. Null may stand for an array there as in the contract.
 */
export async function fastifyListener({ path, authenticate, keep }: FastifyParts): Promise<RequestListener> {
  const app = fastify({ ajv: { customOptions: { coerceTypes: false, allowUnionTypes: true, strict: false } } });
  app.addSchema({ $id: 'contract', ...readContract() });
  app.addHook('onRequest', (request, _reply, done) => {
    authenticate(request);
    done();
  });
  app.post<{ Body: Event }>(
    path,
    { schema: { body: { $ref: 'contract#/components/schemas/Event' } } },
    async (request) => {
      await keep(request.body);
      return { status: 'ignored', reason: `No trigger names status ${request.body['newStatus'] ?? ''}.` };
    },
  );
  await app.ready();
  return (request, response) => app.routing(request, response);
}

function readContract(): Schemas {
  const file = join(import.meta.dirname, '..', '..', 'openapi', 'partner.yaml');
  const { components } = parse(readFileSync(file, 'utf8')) as Schemas;
  return { components: { schemas: components.schemas } };
}
