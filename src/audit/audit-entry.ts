/** What is audited, as a closed vocabulary. */
export const auditActions = [
  'platform.created',
  'platform.changed',
  'platform.deleted',
  'platform.exported',
  'policy.accepted',
  'credential.created',
  'credential.rotated',
  'credential.revoked',
  'hire.accepted',
  'hire.updated',
  'hire.withdrawn',
  'hire.retried',
  'retry-run.started',
  'retry-run.cancelled',
  'retry-run.finished',
  'case.opened',
  'case.updated',
  'case.withdrawn',
  'case.state-reported',
  'case.document-marked',
  'hire.read',
  'hires.searched',
  'workflow.read',
  'case.read',
  'audit.exported',
  'person.invited',
  'person.created',
  'person.changed',
  'person.password-changed',
  'person.linked',
  'person.signed-on',
  'sign-on.created',
  'sign-on.changed',
  'sign-on.secret-replaced',
  'sign-on.deleted',
  'sign-on.refused',
  'api-key.created',
  'api-key.revoked',
  'field.revealed',
  'alert-settings.changed',
  'alert.acknowledged',
  'alert.tested',
  'master-key.rotated',
  'backup.made',
  'backup.restored',
  'data.purged',
  'audit.purged',
  'erasure.requested',
  'erasure.done',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Who did what, on which platform, when. `detail` names fields and versions, never values. */
export interface NewAuditEntry {
  readonly at: Date;
  readonly actor: string;
  readonly action: AuditAction;
  readonly customerId: string | null;
  /** The id of what it was done to. */
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An entry as it is kept; `id` grows with time. */
export interface AuditEntry extends NewAuditEntry {
  readonly id: string;
  /** Lowercase hex; null until the entry is sealed into the chain. */
  readonly hash: string | null;
}
