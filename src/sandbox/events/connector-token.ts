import { Failure } from '../../runtime/failure.ts';
import { type Connector } from './connector.ts';
import { post } from './post.ts';

interface HeldToken {
  readonly text: string;
  readonly endsAt: number;
}

const held = new WeakMap<Connector, Promise<HeldToken>>();

/**
 * A bearer token for the connector, asked for at its token URL with a form body and kept for its lifetime.
 * Throws `unauthenticated` when the connector refuses.
 */
export async function tokenFor(connector: Connector, now: () => Date): Promise<string> {
  const known = await held.get(connector);
  if (known !== undefined && known.endsAt > now().getTime()) return known.text;
  const asked = askForToken(connector, now);
  held.set(connector, asked);
  try {
    return (await asked).text;
  } catch (thrown) {
    held.delete(connector);
    throw thrown;
  }
}

/** Makes the next event ask for a new token. */
export function forgetToken(connector: Connector): void {
  held.delete(connector);
}

async function askForToken(connector: Connector, now: () => Date): Promise<HeldToken> {
  const { clientId, clientSecret } = connector.credentials.oauth2;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
    connection: 'close',
  };
  const answer = await post(new URL(connector.tokenUrl), {
    headers,
    body: Buffer.from(form.toString()),
    timeoutMs: 30_000,
  });
  if (answer.status !== 200)
    throw new Failure(
      'unauthenticated',
      'TOKEN_REFUSED',
      `The connector answered ${answer.status} to a token request.`,
    );
  const { access_token: text, expires_in: seconds } = JSON.parse(answer.body) as {
    access_token: string;
    expires_in: number;
  };
  return { text, endsAt: now().getTime() + seconds * 1000 };
}
