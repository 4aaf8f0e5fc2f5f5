import { describe, expect, it } from '@jest/globals';
import { platformDifference } from '../../../src/platforms/platform-difference.ts';
import { PlatformDocument } from '../../../src/platforms/platform.ts';
import { platformDocumentFor } from '../../../src/sandbox/platform-document-for.ts';

const before = PlatformDocument.parse(platformDocumentFor('9001', { icims: 'https://icims.example.com' }));

describe('the difference of two platform documents', () => {
  it('is nothing between equal ones', () => {
    expect(platformDifference(before, structuredClone(before))).toEqual([]);
  });

  it.each<[string, Partial<PlatformDocument>, object[]]>([
    ['a value', { enabled: false }, [{ pointer: '/enabled', change: 'changed', before: true, after: false }]],
    [
      'what is gone',
      { writeBack: null },
      [
        { pointer: '/writeBack', change: 'added', after: null },
        { pointer: '/writeBack/target', change: 'removed' },
      ],
    ],
    [
      'one more in a list',
      { triggers: [...before.triggers, { eventType: 'E', newStatus: ['C1'], action: 'update-case' }] },
      [{ pointer: '/triggers/2/action', change: 'added', before: undefined, after: 'update-case' }],
    ],
    ['an emptied list', { triggers: [] }, [{ pointer: '/triggers', change: 'added', after: '[]' }]],
    [
      'a key with a slash in it',
      { required: { ...before.required, 'A/B~C': ['job.title'] } },
      [{ pointer: '/required/A~1B~0C/0', change: 'added', after: 'job.title' }],
    ],
  ])('names %s', (_, changes, expected) => {
    const differences = platformDifference(before, { ...before, ...changes });

    expect(differences).toEqual(expect.arrayContaining(expected.map((one) => expect.objectContaining(one))));
  });

  it('names a changed secret and not its value', () => {
    const inbound = { basic: { username: 'icims-basic-9001', password: 'the new one' } };

    const differences = platformDifference(
      { ...before, inbound: { basic: { ...inbound.basic, password: 'old' } } },
      { ...before, inbound },
    );

    expect(differences).toEqual([
      { pointer: '/inbound/basic/password', change: 'changed', before: '***', after: '***' },
    ]);
  });
});
