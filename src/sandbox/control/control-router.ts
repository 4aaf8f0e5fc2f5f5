import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import * as z from 'zod';
import { faultKinds, type Fault } from '../platform/faults.ts';
import { profileTypes } from '../platform/field.ts';
import { situations, type SituationKey } from '../seed/situations.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';

type Platforms = ReadonlyMap<string, SimulatedPlatform>;
type Handle = (platform: SimulatedPlatform, body: unknown, request: Request) => unknown;

const Faults = z.array(
  z.strictObject({
    kind: z.enum(faultKinds),
    ms: z.int().min(0).max(600_000).optional(),
    retryAfterSeconds: z.int().min(0).optional(),
    on: z.string().optional(),
    method: z.string().optional(),
    times: z.int().min(1).optional(),
  }),
);
const Connection = z.strictObject({
  eventsUrl: z.url(),
  tokenUrl: z.url(),
  authentication: z.enum(['basic', 'hmac', 'oauth2']).optional(),
  gzip: z.boolean().optional(),
  closeConnection: z.boolean().optional(),
});
const ProfileType = z.enum(profileTypes);
const Rights = z.strictObject({ hidden: z.array(z.string()) });
const Required = z.strictObject({ profile: ProfileType, fields: z.array(z.string()) });
const Allowance = z.strictObject({ limit: z.int().min(0).optional(), used: z.int().min(0).optional() });
const Move = z.strictObject({
  type: z.enum(['applicantworkflows', 'onboardworkflows']).default('applicantworkflows'),
  id: z.union([z.string(), z.number()]),
  statusId: z.string(),
});
const Candidates = z.strictObject({
  situation: z.enum(Object.keys(situations) as [SituationKey, ...SituationKey[]]),
  count: z.int().min(1).max(50_000).default(1),
});

/** What can be asked and switched, under `/_control/platforms/{customerId}`. */
const controls: readonly (readonly ['get' | 'put' | 'post' | 'delete', string, Handle])[] = [
  ['get', '', (platform) => stateOf(platform)],
  ['put', '/faults', (platform, body) => platform.faults.set(...(Faults.parse(body) as Fault[]))],
  ['put', '/rights', (platform, body) => platform.rights.set(Rights.parse(body).hidden)],
  ['put', '/required', (platform, body) => setRequired(platform, Required.parse(body))],
  ['put', '/allowance', (platform, body) => setAllowance(platform, Allowance.parse(body))],
  ['put', '/connector', (platform, body) => connect(platform, Connection.parse(body))],
  ['get', '/calls', (platform) => platform.calls.list()],
  ['delete', '/calls', (platform) => platform.calls.reset()],
  ['post', '/moves', (platform, body) => move(platform, Move.parse(body))],
  ['post', '/candidates', (platform, body) => addCandidates(platform, Candidates.parse(body))],
  ['post', '/events', (platform, body) => platform.sendEvent(z.record(z.string(), z.unknown()).parse(body))],
  ['get', '/profiles/:type/:id', (platform, _body, { params }) => readProfile(platform, params)],
  ['put', '/profiles/:type/:id', (platform, body, { params }) => overwriteProfile(platform, params, body)],
];

/** Controls of the simulated platforms over HTTP, for pages and other processes. Loopback only, no login. */
export function controlRouter(platforms: Platforms): Router {
  const router = express.Router().use(express.json({ limit: '1mb' }));
  router.get('/platforms', (_request, response) => {
    response.json([...platforms.values()].map(stateOf));
  });
  for (const [method, path, handle] of controls) {
    router[method](`/platforms/:customerId${path}`, async (request: Request, response: Response) => {
      const platform = platforms.get(String(request.params['customerId']));
      if (platform === undefined) throw new RangeError('No such platform');
      response.json((await handle(platform, request.body, request)) ?? { done: true });
    });
  }
  return router.use(explain);
}

function stateOf(platform: SimulatedPlatform) {
  return {
    customerId: platform.customerId,
    name: platform.employer.name,
    url: platform.url,
    connector: platform.connector === null ? null : { ...platform.connector, credentials: '***' },
    faults: platform.faults.list(),
    hidden: platform.rights.list(),
    allowance: { limit: platform.allowance.limit, used: platform.allowance.used },
    counts: platform.calls.counts(),
    statuses: platform.employer.statuses,
    candidates: platform.candidates,
  };
}

function setRequired(platform: SimulatedPlatform, { profile, fields }: z.infer<typeof Required>): void {
  platform.profiles.required[profile] = new Set(fields);
}

function setAllowance({ allowance }: SimulatedPlatform, { limit, used }: z.infer<typeof Allowance>): void {
  if (limit !== undefined) allowance.limit = limit;
  if (used !== undefined) allowance.use(used);
}

function connect(platform: SimulatedPlatform, { eventsUrl, tokenUrl, ...how }: z.infer<typeof Connection>): void {
  const chosen = Object.fromEntries(Object.entries(how).filter(([, value]) => value !== undefined));
  platform.connect({ eventsUrl, tokenUrl }, chosen);
}

function move(platform: SimulatedPlatform, { type, id, statusId }: z.infer<typeof Move>): Promise<unknown> {
  return platform.moveToStatus({ type, id }, statusId);
}

function addCandidates(platform: SimulatedPlatform, { situation, count }: z.infer<typeof Candidates>): unknown {
  return Array.from({ length: count }, () => platform.addCandidate(situation));
}

function readProfile(platform: SimulatedPlatform, params: Request['params']): unknown {
  const values = platform.read(ProfileType.parse(params['type']), String(params['id']));
  if (values === null) throw new RangeError('No such profile');
  return values;
}

function overwriteProfile(platform: SimulatedPlatform, params: Request['params'], body: unknown): void {
  platform.overwrite(
    ProfileType.parse(params['type']),
    String(params['id']),
    z.record(z.string(), z.unknown()).parse(body),
  );
}

const explain: ErrorRequestHandler = (problem: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(problem);
    return;
  }
  const isAsked = problem instanceof RangeError || problem instanceof z.ZodError || problem instanceof SyntaxError;
  const text = problem instanceof z.ZodError ? z.prettifyError(problem) : String(problem);
  response.status(isAsked ? 400 : 500).json({ error: text });
};
