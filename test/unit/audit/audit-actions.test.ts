import { expect, it } from '@jest/globals';
import { auditActions } from '../../../src/audit/audit-entry.ts';
import { readSpec } from '../../support/read-spec.ts';

it('the contract names every action that is audited, and no other', () => {
  const { components } = readSpec('admin') as unknown as {
    components: { schemas: { AuditAction: { enum: readonly string[] } } };
  };

  expect(components.schemas.AuditAction.enum).toEqual(auditActions);
});
