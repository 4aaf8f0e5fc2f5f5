/** Held by whoever seals entries or removes sealed ones. */
export const SEAL_LOCK = 7_216_002;

export const AUDIT_COLUMNS =
  'audit.id, audit.at, audit.actor, audit.action, audit.customer_id, audit.subject, audit.detail';

/** Sealed entries after a position, oldest first. */
export const SEALED_ENTRIES = {
  text: `SELECT audit_seals.position, audit_seals.audit_id, audit_seals.hash, ${AUDIT_COLUMNS}
    FROM audit_seals LEFT JOIN audit ON audit.id = audit_seals.audit_id
    WHERE position > $1 ORDER BY position LIMIT $2`,
};
