import { type Schemas } from '../../api.ts';

/** Every action that the contract knows; one that is missing here does not compile. */
const known = {
  'platform.created': true,
  'platform.changed': true,
  'platform.deleted': true,
  'platform.exported': true,
  'policy.accepted': true,
  'credential.created': true,
  'credential.rotated': true,
  'credential.revoked': true,
  'hire.accepted': true,
  'hire.updated': true,
  'hire.withdrawn': true,
  'hire.retried': true,
  'retry-run.started': true,
  'retry-run.cancelled': true,
  'retry-run.finished': true,
  'case.opened': true,
  'case.updated': true,
  'case.withdrawn': true,
  'case.state-reported': true,
  'case.document-marked': true,
  'hire.read': true,
  'hires.searched': true,
  'workflow.read': true,
  'case.read': true,
  'audit.exported': true,
  'person.invited': true,
  'person.created': true,
  'person.changed': true,
  'person.password-changed': true,
  'person.linked': true,
  'person.signed-on': true,
  'sign-on.created': true,
  'sign-on.changed': true,
  'sign-on.secret-replaced': true,
  'sign-on.deleted': true,
  'sign-on.refused': true,
  'api-key.created': true,
  'api-key.revoked': true,
  'field.revealed': true,
  'alert-settings.changed': true,
  'alert.acknowledged': true,
  'alert.tested': true,
  'master-key.rotated': true,
  'backup.made': true,
  'backup.restored': true,
  'data.purged': true,
  'audit.purged': true,
  'erasure.requested': true,
  'erasure.done': true,
} as const satisfies Record<Schemas['AuditAction'], true>;

type Action = keyof typeof known;

export const auditActions: readonly Action[] = (Object.keys(known) as Action[]).sort();

export function isAuditAction(text: string): text is Action {
  return Object.hasOwn(known, text);
}
