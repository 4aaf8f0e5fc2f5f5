import { AUDIENCE } from '../seed/platform-document.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';
import { type Answer } from './answer.ts';

type Form = Readonly<Record<string, unknown>>;

/** The platform whose client a token request names. */
export function platformOfClient(platforms: Iterable<SimulatedPlatform>, form: Form): SimulatedPlatform | null {
  for (const platform of platforms) {
    if (platform.credentials.api.oauth2.clientId === form['client_id']) return platform;
  }
  return null;
}

/** The login host's answer to a client-credentials request: a token for a day, or an RFC 6749 error. */
export function issueToken(platform: SimulatedPlatform | null, form: Form): Answer {
  if (form['grant_type'] !== 'client_credentials')
    return tokenError(400, 'unsupported_grant_type', 'Only client_credentials is served');
  const isKnown = platform?.credentials.api.oauth2.clientSecret === form['client_secret'];
  if (platform === null || !isKnown) return tokenError(401, 'invalid_client', 'Unknown client or wrong secret');
  if (form['audience'] !== undefined && form['audience'] !== AUDIENCE)
    return tokenError(400, 'invalid_request', 'Unknown audience');
  const issued = platform.tokens.issue();
  if (issued === null) return tokenError(429, 'slow_down', 'More than 500 tokens in ten minutes');
  return {
    status: 200,
    json: { access_token: issued.token, token_type: 'Bearer', expires_in: issued.expiresInSeconds },
  };
}

function tokenError(status: number, error: string, description: string): Answer {
  return { status, json: { error, error_description: description } };
}
