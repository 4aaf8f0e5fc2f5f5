import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { createSigner } from '../../../src/runtime/create-signer.ts';

describe('createSigner', () => {
  it('signs the published example of Standard Webhooks as published', () => {
    const sign = createSigner('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');

    const headers = sign('msg_p5jXN8AQM9LWM0D4loKWxJek', new Date(1_614_265_330_000), '{"test": 2432232314}');

    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it.each(['a plain secret', 'schlüssel-鍵', 'whsec_', 'whsec_not base64', 'whsec_abcde'])(
    'takes the UTF-8 bytes of "%s" for the key',
    (secret) => {
      const headers = createSigner(secret)('hire', new Date(), '{"name":"Zoë"}');

      const receiver = new Webhook(Buffer.from(secret, 'utf8'), { format: 'raw' });
      expect(receiver.verify('{"name":"Zoë"}', headers)).toEqual({ name: 'Zoë' });
    },
  );
});
