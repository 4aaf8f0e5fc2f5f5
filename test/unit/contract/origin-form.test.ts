import { describe, expect, it } from '@jest/globals';
import { toOriginForm } from '../../../src/contract/origin-form.ts';

describe('a request target', () => {
  it.each([
    ['http://evil.example.com/icims/v1/events', '/icims/v1/events'],
    ['HTTPS://evil.example.com:8080/api/v1/hires?limit=1', '/api/v1/hires?limit=1'],
    ['http://evil.example.com', '/'],
    ['http://evil.example.com?x=1', '/?x=1'],
    ['http:///icims/v1/events', '/icims/v1/events'],
    ['/icims/v1/events', '/icims/v1/events'],
    ['//evil.example.com/x', '//evil.example.com/x'],
    ['*', '*'],
  ])('%s is routed as %s', (target, origin) => {
    expect(toOriginForm(target)).toBe(origin);
  });
});
