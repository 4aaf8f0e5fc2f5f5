import { describe, expect, it } from '@jest/globals';
import { issueToken } from '../../../src/auth/issue-token.ts';
import { basic, directoryOf, NOW } from './auth-samples.ts';

const GRANT = { grant_type: 'client_credentials' };
const IN_BODY = { ...GRANT, client_id: 'client', client_secret: 'secret' };
const directory = directoryOf(
  { oauth2: { clientId: 'client', clientSecret: 'secret' } },
  { oauth2: { clientId: 'client two', clientSecret: 's:é+%41' } },
);

function answerTo(body: Record<string, unknown> | undefined, authorization?: string) {
  return issueToken({ authorization, body }, directory, NOW);
}

describe('the token endpoint grants', () => {
  it('what iCIMS asks for: access_token, token_type Bearer and 86400 seconds', () => {
    expect(answerTo(IN_BODY)).toEqual({
      access_token: expect.stringMatching(/^icc1(\.[\w-]+){2}$/),
      token_type: 'Bearer',
      expires_in: 86_400,
    });
  });

  it.each([
    [
      'in the body, with audience and scope',
      { ...IN_BODY, audience: 'https://api.example.com/', scope: 'a b' },
      undefined,
    ],
    ['in a Basic header', GRANT, basic('client', 'secret')],
    ['in a Basic header and alike in the body', IN_BODY, basic('client', 'secret')],
    ['in a Basic header, the client id also in the body', { ...GRANT, client_id: 'client' }, basic('client', 'secret')],
    [
      'in a Basic header, with empty parameters in the body',
      { ...IN_BODY, client_id: '', client_secret: '' },
      basic('client', 'secret'),
    ],
    ['in the body beside a header of another scheme', IN_BODY, 'Bearer old'],
    ['in a Basic header, as they are', GRANT, basic('client two', 's:é+%41')],
    ['in a Basic header, form-encoded', GRANT, basic('client+two', 's%3A%C3%A9%2B%2541')],
  ])('to id and secret %s', (_, body, authorization) => {
    expect(answerTo(body, authorization)).toHaveProperty('access_token');
  });
});

describe('the token endpoint refuses', () => {
  it.each([
    ['no body', undefined, undefined, '400 invalid_request'],
    ['no grant type', { client_id: 'client', client_secret: 'secret' }, undefined, '400 invalid_request'],
    [
      'a grant type given twice',
      { ...IN_BODY, grant_type: ['client_credentials', 'x'] },
      undefined,
      '400 invalid_request',
    ],
    ['a client id given twice', { ...IN_BODY, client_id: ['client', 'client'] }, undefined, '400 invalid_request'],
    ['a client secret that is no text', { ...IN_BODY, client_secret: { $ne: '' } }, undefined, '400 invalid_request'],
    ['another grant', { ...IN_BODY, grant_type: 'password' }, undefined, '400 unsupported_grant_type'],
    ['two different secrets', IN_BODY, basic('client', 'other'), '400 invalid_request'],
    ['two different clients', IN_BODY, basic('other', 'secret'), '400 invalid_request'],
    ['no client', GRANT, undefined, '401 invalid_client'],
    ['a client without a secret', { ...GRANT, client_id: 'client' }, undefined, '401 invalid_client'],
    ['a wrong secret', { ...IN_BODY, client_secret: 'Secret' }, undefined, '401 invalid_client'],
    ['an unknown client', { ...IN_BODY, client_id: 'nobody' }, undefined, '401 invalid_client'],
    ['the secret of another client', { ...IN_BODY, client_id: 'client two' }, undefined, '401 invalid_client'],
    ['a wrong secret in the header', GRANT, basic('client', 'other'), '401 invalid_client'],
    ['a header that is no base64', GRANT, 'Basic client:secret', '401 invalid_client'],
    ['a broken form-encoding', GRANT, basic('client', '%zz'), '401 invalid_client'],
    ['a header over 8 KiB', GRANT, basic('client', 'x'.repeat(9000)), '401 invalid_client'],
  ])('%s', (_, body, authorization, refusal) => {
    const [status, error] = refusal.split(' ');

    expect(answerTo(body, authorization)).toMatchObject({ status: Number(status), error });
  });

  it('an unknown client in the same words as a wrong secret', () => {
    expect(answerTo({ ...IN_BODY, client_id: 'nobody' })).toEqual(answerTo({ ...IN_BODY, client_secret: 'wrong' }));
  });
});
