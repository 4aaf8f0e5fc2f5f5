import { type Mapping } from '../platforms/platform.ts';
import { compileMapping } from './compile-mapping.ts';
import { type TraceStep } from './field-problem.ts';
import { mapAll, toTraceStep } from './map-hire.ts';
import { isEmpty, plainText } from './normalise/plain-text.ts';
import { type HireRecords } from './read-path.ts';

/** What became of one key on a real record: personal data, not yet masked. */
export interface PreviewStep extends Omit<TraceStep, 'read' | 'byTable'> {
  readonly label: string;
  /** As iCIMS answered it, in words. */
  readonly read: readonly string[];
  /** As the case would get it. */
  readonly converted: readonly string[];
  /** Completes "… must be …". */
  readonly wanted: string | null;
}

/** Tries a mapping on what was read, by the code that maps live hires. `today` is `yyyy-MM-dd`. */
export function previewMapping(
  mapping: Mapping[],
  { records, today }: { records: HireRecords; today: string },
): PreviewStep[] {
  const { entries, results } = mapAll(compileMapping({ mapping }), { records, today });
  return results.map(([plan, result]) => {
    const { byTable: _byTable, read, ...trace } = toTraceStep(plan, result, entries);
    return {
      ...trace,
      label: plan.field.label,
      read: read
        .flat()
        .filter((value) => !isEmpty(value))
        .map((value) => textOf(value)),
      converted: result.values.flat().flatMap((value) => (value === null ? [] : [textOf(value)])),
      wanted: result.unusable?.wanted ?? null,
    };
  });
}

/** Amounts have no one text of their own. */
function textOf(value: unknown): string {
  return plainText(value) ?? JSON.stringify(value);
}
