import * as z from 'zod';
import { type CaseReceipt } from '../case-system.ts';

const Receipt = z.looseObject({
  caseId: z
    .string()
    .max(200)
    .regex(/^(?=.*\S)\P{C}+$/u),
  caseUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .regex(/^https?:\/\/[^\s/?#@\\]+([/?#]\S*)?$/i)
    .regex(/^\P{C}+$/u),
  hireId: z.string().nullish(),
});

/** A receipt, or why there is none: the answer is not one, or it names another hire than the one we asked about. */
export type ReadReceipt = CaseReceipt | 'unusable' | 'of-another-hire';

/**
 * Reads a receipt. The link must be http or https, without a user name and at most 2048 long; the id at most 200 long and
 * without control characters: both are shown to recruiters.
 */
export function toReceipt(body: unknown, hireId: string): ReadReceipt {
  const { success, data } = Receipt.safeParse(body);
  if (!success) return 'unusable';
  if ((data.hireId ?? hireId) !== hireId) return 'of-another-hire';
  return { caseId: data.caseId, caseUrl: data.caseUrl };
}
