import { Webhook } from 'standardwebhooks';

/** Makes the three headers of Standard Webhooks for a message. `at` is the moment of this attempt. */
export type Signer = (id: string, at: Date, body: string) => Record<string, string>;

const BASE64_SECRET = /^whsec_(?=.)((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/;

/**
 * Signs with HMAC-SHA256 as Standard Webhooks 1.0.0 says (symmetric, `v1`). A secret of `whsec_` and base64 stands for
 * those bytes; any other text for its own UTF-8 bytes.
 */
export function createSigner(secret: string): Signer {
  const webhook = new Webhook(signingKey(secret), { format: 'raw' });
  return (id, at, body) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': webhook.sign(id, at, body),
  });
}

function signingKey(secret: string): Uint8Array {
  const base64 = BASE64_SECRET.exec(secret)?.[1];
  return base64 === undefined ? Buffer.from(secret, 'utf8') : Buffer.from(base64, 'base64');
}
