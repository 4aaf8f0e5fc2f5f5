import createClient, { type Middleware } from 'openapi-fetch';
import { type components, type paths } from '../../contract/generated/admin.ts';

export type Schemas = components['schemas'];
export type Session = Schemas['Session'];

/** A refusal of the API, with its sentence for the person in front of the screen. */
export class Problem extends Error {
  readonly status: number;
  readonly reference: string;

  constructor(status: number, detail: string, reference: string) {
    super(detail);
    this.status = status;
    this.reference = reference;
  }
}

const held = { csrfToken: '' };

/** Every change sends back the token of the session. */
export function holdCsrfToken(token: string): void {
  held.csrfToken = token;
}

const withToken: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-CSRF-Token', held.csrfToken);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: window.location.origin });
api.use(withToken);

/** The data of an answer; throws `Problem` for a refusal and for a server that does not answer. */
export async function dataOf<Data>(
  asked: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked.catch(() => {
    throw new Problem(0, 'The server does not answer. Nothing was changed; try again in a moment.', '');
  });
  if (response.ok) return data as Data;
  const { detail = 'The server answered in a way that was not expected.', reference = '' } = (error ?? {}) as Partial<
    Schemas['Problem']
  >;
  throw new Problem(response.status, detail, reference);
}
