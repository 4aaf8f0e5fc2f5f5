import { v7 } from 'uuid';
import { type CaseOrder } from '../../src/cases/case-system.ts';
import { type HireSubject } from '../../src/hires/hire.ts';

/** An order for a hire of its own, of somebody invented. */
export function aCaseOrder(
  changes: Partial<Omit<CaseOrder, 'hire'>> & { hire?: Partial<HireSubject> } = {},
): CaseOrder {
  const { hire, ...rest } = changes;
  return {
    packageLabel: 'Immigration: H-1B',
    fields: {
      person: { family_name: 'Okonkwo-Lindqvist', given_name: 'Adaeze', email: 'adaeze.okonkwo@example.com' },
      job: { title: 'Biostatistician', start: '2027-01-04', worksites: [{ city: 'Rochester', state: 'MN' }] },
    },
    hire: {
      id: v7(),
      customerId: '9001',
      workflowType: 'applicantworkflows',
      workflowId: '10441',
      personId: '2207',
      jobId: '1180',
      packageId: 'IMM-H1B',
      visaCategory: 'H-1B',
      acceptedAt: new Date('2026-11-20T09:30:00.000Z'),
      ...hire,
    },
    ...rest,
  };
}
