import { isRecord } from '../runtime/is-record.ts';
import { type Platform } from '../platforms/platform.ts';
import { Failure } from '../runtime/failure.ts';
import { headerValue } from '../runtime/http-answer.ts';
import { type Http, type HttpResponse } from '../runtime/http.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createCallBudget } from './call-budget.ts';
import { type Caller, callIcims, type IcimsRequest, type IcimsWarning, type ObservedCall } from './icims-call.ts';
import { collectionPath, entryPath, listPath, NODES_OF_A_PAGE, profilePath, schemaPath } from './icims-path.ts';
import { type CallContext, type CollectionEntry, type Icims, type Profile } from './icims.ts';
import { TRY_AGAIN } from './recruiter-sentences.ts';
import { requestToken } from './request-token.ts';
import { readSearchResults, SEARCH_PATH, toWorkflowQuery } from './workflow-search.ts';
import { toSchemaFields } from './to-schema-fields.ts';
import { type ListNode, listNodesOf } from './value-shapes.ts';

interface IcimsOptions {
  readonly http: Http;
  readonly clock: () => Date;
  /** Told of every call that was made, those for tokens included (operation `token`). */
  readonly observe?: (call: ObservedCall) => void;
  /** Told when iCIMS served a call but says that a part of it had no effect. */
  readonly onWarning?: (warning: IcimsWarning) => void;
}

const TOKEN_DEADLINE_MS = 10_000;
const MAX_PAGES = 5;

/** The iCIMS REST API as the port describes it. Tokens and allowances live in it: make one for a process. */
export function createIcims({ http, clock, observe = ignore, onWarning = ignore }: IcimsOptions): Icims {
  const tokens = createAccessTokens({
    clock,
    request: async (customerId, auth) => {
      const started = performance.now();
      const signal = AbortSignal.timeout(TOKEN_DEADLINE_MS);
      const told = (status: number) =>
        observe({ customerId, operation: 'token', status, ms: performance.now() - started });
      const issued = await requestToken(http, auth, { signal, now: clock() }).catch((error: unknown) => {
        told(error instanceof Failure ? Number(error.facts['status'] ?? 0) : 0);
        throw error;
      });
      told(200);
      return issued;
    },
  });
  const caller: Caller = { http, clock, tokens, budget: createCallBudget(clock), observe, onWarning };
  return createPort(caller);
}

function createPort(caller: Caller): Icims {
  const call = (platform: Platform, request: IcimsRequest, context: CallContext): Promise<HttpResponse> =>
    callIcims(caller, platform, request, context);

  return {
    async readProfile(platform, ref, context) {
      const path = profilePath(ref, ref.fields);
      return readObject(await call(platform, { operation: 'readProfile', method: 'GET', ...path }, context));
    },
    async readCollection(platform, ref, context) {
      const path = profilePath(ref, [ref.collection]);
      const response = await call(platform, { operation: 'readCollection', method: 'GET', ...path }, context);
      return readEntries(readObject(response)[ref.collection]);
    },
    async addEntry(platform, { values, ...ref }, context) {
      const path = collectionPath(ref);
      const response = await call(platform, { operation: 'addEntry', method: 'POST', ...path, values }, context);
      return /\/([0-9]{1,18})\/?$/.exec(headerValue(response.headers, 'location') ?? '')?.[1] ?? null;
    },
    async changeEntry(platform, { values, entry, ...ref }, context) {
      const path = entryPath(ref, entry);
      await call(platform, { operation: 'changeEntry', method: 'PATCH', ...path, values }, context);
    },
    async readSchema(platform, profile, context) {
      const request = { operation: 'readSchema', method: 'GET', ...schemaPath(profile) } as const;
      return toSchemaFields(readObject(await call(platform, request, context)));
    },
    async searchWorkflows(platform, search, context) {
      const request = { operation: 'searchWorkflows', method: 'POST', path: SEARCH_PATH, target: 'search' } as const;
      const response = await call(platform, { ...request, values: toWorkflowQuery(search) }, context);
      return readSearchResults(response.body, search.afterId);
    },
    readNodes: (platform, list, context) =>
      readNodes((page) => {
        const path = listPath(list, page);
        return call(platform, { operation: 'readNodes', method: 'GET', ...path }, context);
      }),
    allowanceOf: (platform) => caller.budget.allowanceOf(platform),
  };
}

/** Page by page, until one is not full. */
async function readNodes(readPage: (page: number) => Promise<HttpResponse>): Promise<readonly ListNode[]> {
  const nodes: ListNode[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { children } = readObject(await readPage(page));
    nodes.push(...listNodesOf(children));
    if (!Array.isArray(children) || children.length < NODES_OF_A_PAGE) break;
  }
  return nodes;
}

function readObject({ body, status }: HttpResponse): Profile {
  if (isRecord(body)) return body;
  throw new Failure('unavailable', 'ICIMS_UNAVAILABLE', 'iCIMS answered with something that is no JSON object.', {
    userMessage: TRY_AGAIN,
    facts: { status },
  });
}

function readEntries(value: unknown): readonly CollectionEntry[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap(({ entry, ...values }) => {
    const isNumber = (typeof entry === 'number' || typeof entry === 'string') && /^[0-9]{1,18}$/.test(String(entry));
    return isNumber ? [{ entry: String(entry), values }] : [];
  });
}

function ignore(): void {
  // Nobody listens.
}
