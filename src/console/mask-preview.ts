import { may, type Right } from '../accounts/rights.ts';
import { withoutBrackets } from '../hires/canonical-fields.ts';
import { defaultMapping } from '../hires/default-mapping.ts';
import { type PreviewStep } from '../hires/preview-mapping.ts';
import { type Mapping } from '../platforms/platform.ts';
import { type AdminCaller } from './admin-caller.ts';
import { forbidden } from './authorize.ts';
import { MASK, readsUnmasked, revealRight } from './mask-fields.ts';

type ShownStep = Omit<PreviewStep, 'read' | 'converted'> & { read: string[]; converted: string[]; masked: boolean };

interface Viewing {
  /** The rows that are tried and the saved ones: a field is as secret as the most secret key that it fills. */
  readonly mappings: readonly (readonly Mapping[])[];
  readonly reveal: readonly string[];
  readonly caller: AdminCaller;
}

/** iCIMS' own fields that hold nothing to be masked: names, titles, places. */
const harmless = new Set(
  defaultMapping.filter(({ to }) => revealRight(withoutBrackets(to)) === undefined).map(({ from }) => from),
);

/** Throws FORBIDDEN for a key that the caller may not reveal. One of no right of its own may come from any field. */
export function requireReveal(keys: readonly string[], customerId: string, { grants }: AdminCaller): void {
  const wanted = keys.flatMap((key) => revealRight(withoutBrackets(key)) ?? bothRights);
  if (!wanted.every((right) => may(grants, right, customerId))) throw forbidden('Your role may not see these fields.');
}

const bothRights: readonly Right[] = ['reveal.identity', 'reveal.pay'];

/**
 * Masks what the caller did not ask to reveal: every sensitive key, and every field that is not known to be harmless. An
 * admin who maps the field of passport numbers to the middle name sees a mask all the same.
 */
export function maskPreview(steps: readonly PreviewStep[], { mappings, reveal, caller }: Viewing): ShownStep[] {
  const all = readsUnmasked(caller.grants, caller.session !== undefined);
  const revealed = new Set(reveal.map(withoutBrackets));
  return steps.map((step) => {
    const masked = !all && !revealed.has(step.key) && step.read.length > 0 && isMasked(step, mappings);
    const hide = (values: readonly string[]): string[] => (masked ? values.map(() => MASK) : [...values]);
    return { ...step, read: hide(step.read), converted: hide(step.converted), masked };
  });
}

function isMasked({ key, from }: PreviewStep, mappings: Viewing['mappings']): boolean {
  if (from === null || revealRight(key) !== undefined) return true;
  const targets = mappings.flat().filter((row) => row.from === from);
  return targets.some(({ to }) => revealRight(withoutBrackets(to)) !== undefined) || !harmless.has(from);
}
