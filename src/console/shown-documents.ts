import { type CaseDocument, caseDocuments, documentsOf } from '../hires/case-documents.ts';
import { type CaseStory, type DocumentMark } from './case-reading.ts';

interface ShownDocument extends Pick<CaseDocument, 'id' | 'label' | 'from'>, Pick<DocumentMark, 'state'> {
  /** Null as long as nobody said anything of it. */
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

/** What the case asks for, and what was marked before its data changed, each with how far it is. */
export function shownDocuments({ visaCategory, fields, marks }: CaseStory): ShownDocument[] {
  const marked = new Map(marks.map((mark) => [mark.document, mark]));
  const expected = new Set(documentsOf(visaCategory, fields));
  const listed = caseDocuments.filter((document) => expected.has(document) || marked.has(document.id));
  return listed.map(({ id, label, from }) => {
    const { state = 'to-come', changedAt = null, changedBy = null } = marked.get(id) ?? {};
    return { id, label, from, state, changedAt, changedBy };
  });
}
