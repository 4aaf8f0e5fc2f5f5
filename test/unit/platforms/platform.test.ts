import { describe, expect, it } from '@jest/globals';
import { PlatformDocument } from '../../../src/platforms/platform.ts';
import { platformDocumentFor } from '../../../src/sandbox/platform-document-for.ts';

function faultsWith(path: string, value: unknown): string[] {
  const document = structuredClone<object>(platformDocumentFor('9001', { icims: 'https://api.example.com' }));
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  let at = document as Record<string, unknown>;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  at[last] = value;
  const parsed = PlatformDocument.safeParse(document);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `/${issue.path.join('/')}`);
}

describe('a platform document', () => {
  it('of a sandbox is in order', () => {
    expect(faultsWith('/name', 'Example')).toEqual([]);
  });

  it.each([
    'https://user:pass@api.example.com',
    'https://user@api.example.com',
    'https://api.example.com/#x',
    ' https://api.example.com',
    'https://api.example.com/a b',
    'https://api.example.com\n',
    'https://api.example.com\\@evil.example.com',
    'ftp://api.example.com',
    'https://',
  ])('is refused with the address %j', (url) => {
    expect(faultsWith('/icims/apiBaseUrl', url)).toContain('/icims/apiBaseUrl');
    expect(faultsWith('/caseSystem', { type: 'webhook', url, secret: 's' })).toContain('/caseSystem/url');
  });

  it('may have a query in the address of a webhook, and nowhere else', () => {
    const url = 'https://cases.example.com/hook?tenant=1';
    expect(faultsWith('/caseSystem', { type: 'webhook', url, secret: 's' })).toEqual([]);
    expect(faultsWith('/icims/apiBaseUrl', url)).toContain('/icims/apiBaseUrl');
  });

  it.each(['https://api.example.com', 'http://127.0.0.1:4010/base', 'https://[::1]:8443/a@b'])('takes %s', (url) => {
    expect(faultsWith('/icims/apiBaseUrl', url)).toEqual([]);
  });

  it.each([
    ['/name', 'Example\nHealth'],
    ['/name', 'Example\u0000'],
    ['/packages/items/0/label', 'H-1B\u0085'],
    ['/packages/default', 'a\tb'],
    ['/packages/field', 'job.__proto__'],
    ['/packages/field', 'job.constructor'],
    ['/writeBack/collection', 'prototype'],
    ['/writeBack/fields/notes', '__proto__'],
    ['/writeBack/fields/url', 'constructor'],
  ])('is refused with %s %j', (path, value) => {
    expect(faultsWith(path, value)).toEqual([path]);
  });

  it('is refused when two parts of the write-back share a field', () => {
    const fields = { name: 'a', status: 'b', url: 'a', notes: 'b' };

    expect(faultsWith('/writeBack/fields', fields)).toEqual(['/writeBack/fields/url', '/writeBack/fields/notes']);
  });
});
