import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';

/** What the simulated iCIMS answered, the body parsed when it is JSON. */
export interface SimulatedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

interface Question {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: FormData;
  /** Basic with the platform's own pair unless told otherwise. */
  readonly authorization?: string;
}

/** Calls a simulated platform as its API user. `path` goes below the customer id. */
export async function askSimulated(
  platform: SimulatedPlatform,
  path: string,
  { method = 'GET', json, body, authorization = basicOf(platform) }: Question = {},
): Promise<SimulatedAnswer> {
  const answer = await fetch(`${platform.url}${path}`, {
    method,
    headers: { authorization, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
    body: json === undefined ? (body ?? null) : JSON.stringify(json),
  });
  return { status: answer.status, headers: answer.headers, json: parse(await answer.text()) };
}

/** The `Authorization` header of a platform's Basic pair. */
export function basicOf({ credentials }: SimulatedPlatform): string {
  const { username, password } = credentials.api.basic;
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** Where a created or changed thing is, below the customer id. */
export function locationOf({ headers }: SimulatedAnswer, platform: SimulatedPlatform): string {
  return (headers.get('location') ?? '').slice(platform.url.length);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
