import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';

/** What the simulated iCIMS answered, the body parsed when it is JSON. */
export interface SimulatedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: any;
}

/** Calls a simulated platform as its API user, by Basic unless told otherwise. `path` goes below the customer id. */
export async function askSimulated(
  platform: SimulatedPlatform,
  path: string,
  init: { method?: string; json?: unknown; authorization?: string; body?: FormData } = {},
): Promise<SimulatedAnswer> {
  const { username, password } = platform.credentials.api.basic;
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const headers = { authorization: init.authorization ?? basic };
  const body = init.json === undefined ? init.body : JSON.stringify(init.json);
  const answer = await fetch(`${platform.url}${path}`, {
    method: init.method ?? 'GET',
    headers: init.json === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  return { status: answer.status, headers: answer.headers, json: isJson && text !== '' ? JSON.parse(text) : text };
}
