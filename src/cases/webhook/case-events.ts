import { createHash } from 'node:crypto';
import { type CaseOrder, type CaseReceipt } from '../case-system.ts';

/** A request as it is sent: the same on every retry, to the last byte. */
export interface CaseEvent {
  /** The `type` of the body. */
  readonly type: 'case.open' | 'case.update' | 'case.withdraw';
  readonly hireId: string;
  /** `Idempotency-Key` and `webhook-id`. */
  readonly key: string;
  /** JSON, as openapi/cases-webhook.yaml describes it. */
  readonly body: string;
}

export function toOpenEvent(order: CaseOrder): CaseEvent {
  return {
    type: 'case.open',
    hireId: order.hire.id,
    key: order.hire.id,
    body: toBody('case.open', order, { ...toHire(order), fields: order.fields }),
  };
}

/** The key ends in a digest of the body: the same data again is the same request, other data another one. */
export function toUpdateEvent(order: CaseOrder, receipt: CaseReceipt): CaseEvent {
  const data = { ...toHire(order), ...toReference(receipt), fields: order.fields };
  const body = toBody('case.update', order, data);
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 32);
  return { type: 'case.update', hireId: order.hire.id, key: `${order.hire.id}:update:${digest}`, body };
}

/** Names the hire and its case only: a withdrawal needs no personal data. */
export function toWithdrawEvent(order: CaseOrder, receipt: CaseReceipt | null): CaseEvent {
  return {
    type: 'case.withdraw',
    hireId: order.hire.id,
    key: `${order.hire.id}:withdraw`,
    body: toBody('case.withdraw', order, { ...toHire(order), ...toReference(receipt) }),
  };
}

function toBody(type: CaseEvent['type'], { hire, occurredAt }: CaseOrder, data: object): string {
  return JSON.stringify({ type, timestamp: (occurredAt ?? hire.acceptedAt).toISOString(), data });
}

function toHire({ hire, packageLabel }: CaseOrder): object {
  return {
    hireId: hire.id,
    customerId: hire.customerId,
    workflowType: hire.workflowType,
    workflowId: hire.workflowId,
    personId: hire.personId,
    jobId: hire.jobId,
    packageId: hire.packageId,
    packageLabel,
    visaCategory: hire.visaCategory,
    acceptedAt: hire.acceptedAt.toISOString(),
  };
}

function toReference(receipt: CaseReceipt | null): object {
  return { caseId: receipt?.caseId ?? null, caseUrl: receipt?.caseUrl ?? null };
}
