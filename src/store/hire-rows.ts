import { type ShownHire } from '../console/reading-store.ts';

export const HIRES = `SELECT hires.id, hires.customer_id AS "customerId", workflow_id AS "workflowId", person_id AS "personId",
  job_id AS "jobId", package_id AS "packageId", visa_category AS "visaCategory", state,
  CASE WHEN reason_code IS NOT NULL THEN jsonb_build_object('code', reason_code, 'sentence', reason_sentence) END AS reason,
  coalesce(attempt, 0) AS attempts, CASE WHEN isfinite(run_at) THEN run_at END AS "nextAttemptAt",
  case_id AS "caseId", case_url AS "caseUrl", event_id AS "eventId", accepted_at AS "acceptedAt",
  opened_at AS "openedAt", delivered_at AS "deliveredAt", completeness, fields_sealed, trace_sealed
  FROM hires LEFT JOIN deliveries ON deliveries.hire_id = hires.id`;

export interface HireRow extends ShownHire {
  readonly fields_sealed: Buffer;
  readonly trace_sealed: Buffer | null;
}

/** What a list shows. */
export function toShownHire({ fields_sealed: _fields, trace_sealed: _trace, ...shown }: HireRow): ShownHire {
  return shown;
}
