import * as z from 'zod';
import { type IcimsAuth } from '../platforms/platform.ts';
import { Failure } from '../runtime/failure.ts';
import { type Http, type HttpResponse } from '../runtime/http.ts';
import { parseRetryAfter } from '../runtime/retry-after.ts';
import { ASK_ADMIN, TRY_AGAIN } from './recruiter-sentences.ts';

export type OAuth2 = Extract<IcimsAuth, { type: 'oauth2' }>;

export interface IssuedToken {
  readonly token: string;
  readonly lifeMs: number;
}

const MAX_BYTES = 64 * 1024;
const MAX_LIFE_SECONDS = 86_400;

const TokenAnswer = z.looseObject({
  access_token: z.string().regex(/^[\x21-\x7e]{1,16000}$/),
  expires_in: z.coerce.number().positive().catch(3600),
});

/**
 * Asks a token endpoint for an access token with the client-credentials grant (RFC 6749, 4.4; form body, with the
 * audience that iCIMS wants). Throws `Failure`: `unauthenticated` ICIMS_ACCESS when the client is refused,
 * `unavailable` when the endpoint cannot answer.
 */
export async function requestToken(
  http: Http,
  auth: OAuth2,
  call: { signal: AbortSignal; now: Date },
): Promise<IssuedToken> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: auth.clientId,
    client_secret: auth.clientSecret,
    ...(auth.audience === undefined ? {} : { audience: auth.audience }),
  });
  const response = await http.send({
    method: 'POST',
    url: auth.tokenUrl,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    signal: call.signal,
    maxBytes: MAX_BYTES,
    expect: 'json',
  });
  if (response.status !== 200) throw refused(response, call.now);
  const answer = TokenAnswer.safeParse(response.body);
  if (!answer.success) throw unavailable('answered without an access token', response, call.now);
  return { token: answer.data.access_token, lifeMs: Math.min(answer.data.expires_in, MAX_LIFE_SECONDS) * 1000 };
}

function refused(response: HttpResponse, now: Date): Failure {
  const { status } = response;
  if (status < 400 || status === 408 || status === 429 || status >= 500) {
    return unavailable(`answered ${status}`, response, now);
  }
  const message = `The iCIMS token endpoint refused the client (${status}). Check token URL, client id, client secret and audience.`;
  return new Failure('unauthenticated', 'ICIMS_ACCESS', message, {
    userMessage: ASK_ADMIN,
    facts: { status },
  });
}

function unavailable(what: string, { status, headers }: HttpResponse, now: Date): Failure {
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now);
  return new Failure('unavailable', 'ICIMS_UNAVAILABLE', `The iCIMS token endpoint ${what}.`, {
    userMessage: TRY_AGAIN,
    facts: { status },
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
