import { Failure } from '../runtime/failure.ts';

/** Which recruiting workflows are looked for. */
export interface WorkflowSearch {
  /** Status node ids, with or without their letter; one of them. */
  readonly statuses: readonly string[];
  readonly updatedSince: Date;
  /** The last id of the page before; decimal. */
  readonly afterId: string | null;
}

/** So many at most come in one answer (iCIMS "Search API"); a full page may have another behind it. */
export const SEARCH_PAGE = 1000;

/** Live results: cached ones may be 15 minutes old and made for another user (iCIMS "Search API", staleness). */
export const SEARCH_PATH = 'search/applicantworkflows?staleness=0';

/** The query. `updateddate` changes with the status (iCIMS "Search API", Workflows). */
export function toWorkflowQuery({ statuses, updatedSince, afterId }: WorkflowSearch): { filters: readonly object[] } {
  return {
    filters: [
      { name: 'applicantworkflow.status', value: statuses.flatMap(withLetter), operator: '=' },
      { name: 'applicantworkflow.updateddate', value: [toSearchDate(updatedSince)], operator: '>=' },
      ...(afterId === null ? [] : [{ name: 'applicantworkflow.id', value: [afterId], operator: '>' }]),
    ],
  };
}

/** `yyyy-MM-dd hh:mm a` in UTC, to the minute below. iCIMS takes any other form for "every date": so none is sent. */
export function toSearchDate(at: Date): string {
  const [day = '', time = ''] = at.toISOString().split('T');
  const hours = at.getUTCHours();
  const twelve = String(hours % 12 === 0 ? 12 : hours % 12).padStart(2, '0');
  const text = `${day} ${twelve}:${time.slice(3, 5)} ${hours < 12 ? 'AM' : 'PM'}`;
  if (/^\d{4}-\d{2}-\d{2} (0[1-9]|1[0-2]):[0-5]\d (AM|PM)$/.test(text)) return text;
  throw new Failure('defect', 'INTERNAL', 'A search date is not of the form that iCIMS reads.');
}

/** Ids of an answer, ascending decimal strings. Throws `unavailable` for an answer that is none. */
export function readSearchResults(body: unknown, afterId: string | null): readonly string[] {
  const results = (body as { searchResults?: unknown } | null)?.searchResults;
  const ids = Array.isArray(results) ? results.map((each) => (each as { id?: unknown } | null)?.id) : [undefined];
  const numbers = ids.map(Number);
  const ascends = numbers.every((id, at) => Number.isSafeInteger(id) && id > (numbers[at - 1] ?? Number(afterId ?? 0)));
  if (ascends) return numbers.map(String);
  throw new Failure(
    'unavailable',
    'ICIMS_UNAVAILABLE',
    'iCIMS answered a search with something that is no list of ids.',
  );
}

/** Search wants the letter, which events leave out: `D` for nodes of iCIMS, `C` for the customer's own. */
function withLetter(status: string): readonly string[] {
  return /^[A-Za-z]/.test(status) ? [status] : [`C${status}`, `D${status}`];
}
