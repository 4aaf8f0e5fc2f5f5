import { describe, expect, it } from '@jest/globals';
import { aRequest, basic, directoryOf, verdict } from './auth-samples.ts';

const directory = directoryOf({ basic: { username: 'icims', password: 'p:a:ss word' } });

describe('a Basic credential', () => {
  it.each(['Basic', 'basic', 'BASIC', 'bAsIc'])('lets its platform in, the scheme written "%s"', (scheme) => {
    const authorization = basic('icims', 'p:a:ss word').replace('Basic', scheme);

    expect(verdict(aRequest(authorization), directory)).toEqual(['9001']);
  });

  it.each([
    ['another password', basic('icims', 'p:a:ss'), 'wrong-secret'],
    ['an empty password', basic('icims', ''), 'wrong-secret'],
    ['the password in capitals', basic('icims', 'P:A:SS WORD'), 'wrong-secret'],
    ['another username', basic('Icims', 'p:a:ss word'), 'unknown-name'],
    ['an empty username', basic('', 'p:a:ss word'), 'unknown-name'],
    ['a username of JavaScript', basic('__proto__', 'p:a:ss word'), 'unknown-name'],
    ['no colon', `Basic ${Buffer.from('icims').toString('base64')}`, 'malformed'],
    ['no base64', 'Basic icims:password', 'malformed'],
    ['nothing after the scheme', 'Basic ', 'malformed'],
    ['base64 in two parts', `${basic('icims', 'p:a')} ${basic('', 'x').slice(6)}`, 'malformed'],
  ])('with %s is refused', (_, authorization, cause) => {
    expect(verdict(aRequest(authorization), directory)).toBe(cause);
  });

  it('may hold any script, sent as UTF-8; older clients may send ISO-8859-1', () => {
    const foreign = directoryOf({ basic: { username: 'Zoë', password: 'contraseña' } });

    expect(verdict(aRequest(basic('Zoë', 'contraseña')), foreign)).toEqual(['9001']);
    expect(verdict(aRequest(basic('Zoë', 'contraseña', 'latin1')), foreign)).toEqual(['9001']);
  });

  it('may be either of two while it is being changed, and the old one ends with its removal', () => {
    const before = { username: 'icims', password: 'before' };
    const after = { username: 'icims', password: 'after' };
    const changing = directoryOf({ basic: [before, after] });

    expect(verdict(aRequest(basic('icims', 'before')), changing)).toEqual(['9001']);
    expect(verdict(aRequest(basic('icims', 'after')), changing)).toEqual(['9001']);
    expect(verdict(aRequest(basic('icims', 'before')), directoryOf({ basic: after }))).toBe('wrong-secret');
  });

  it('speaks for no platform but those that hold it', () => {
    const own = directoryOf(
      { basic: { username: 'icims', password: 'one' } },
      { basic: { username: 'icims', password: 'two' } },
      { basic: { username: 'icims', password: 'one' } },
    );

    expect(verdict(aRequest(basic('icims', 'one')), own)).toEqual(['9001', '9003']);
    expect(verdict(aRequest(basic('icims', 'two')), own)).toEqual(['9002']);
  });

  it('is not taken from what belongs to HMAC or OAuth2', () => {
    const others = directoryOf({
      hmac: { user: 'icims', key: 'secret' },
      oauth2: { clientId: 'icims', clientSecret: 'secret' },
    });

    expect(verdict(aRequest(basic('icims', 'secret')), others)).toBe('unknown-name');
  });
});
