import { describe, expect, it } from '@jest/globals';
import { authenticateAdmin } from '../../../src/auth/admin-token.ts';
import { causeOf } from './auth-samples.ts';

const TOKEN = 'an-operator-token-of-40-characters-12345';

function verdictOn(authorization: string | undefined, adminToken: string | undefined = TOKEN): string {
  try {
    return `let in as ${authenticateAdmin(authorization, adminToken).name}`;
  } catch (thrown) {
    return causeOf(thrown);
  }
}

describe('the admin token', () => {
  it.each([`Bearer ${TOKEN}`, `bearer ${TOKEN}`, `Bearer  ${TOKEN} `])(
    'lets the operator in: "%s"',
    (authorization) => {
      expect(verdictOn(authorization)).toBe('let in as admin-token');
    },
  );

  it.each([
    [undefined, 'no-credential'],
    ['', 'malformed'],
    ['Bearer', 'malformed'],
    [TOKEN, 'malformed'],
    [`Bearer ${'x'.repeat(9000)}`, 'malformed'],
    [`Basic ${TOKEN}`, 'unknown-scheme'],
    ['Bearer ', 'wrong-secret'],
    [`Bearer ${TOKEN}x`, 'wrong-secret'],
    [`Bearer ${TOKEN.slice(1)}`, 'wrong-secret'],
  ])('is not %p', (authorization, cause) => {
    expect(verdictOn(authorization)).toBe(cause);
  });

  it('lets nobody in when none is configured', () => {
    const attempt = (authorization: string, adminToken?: string) => () => authenticateAdmin(authorization, adminToken);

    expect(attempt('Bearer undefined')).toThrow('no valid credential');
    expect(attempt('Bearer ', '')).toThrow('no valid credential');
  });
});
