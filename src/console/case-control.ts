import { type DocumentMark } from './case-reading.ts';

interface DocumentChange extends Pick<DocumentMark, 'document' | 'state'> {
  readonly caseId: string;
  readonly actor: string;
  readonly at: Date;
}

/** What people note on a case of the built-in case system. */
export interface CaseControl {
  /**
   * Keeps whether a document came, with a line in the case's history and an audit entry; nothing when it is so already.
   * Throws `invalid` CONFLICT when the case has ended, `unavailable` when the store does not answer.
   */
  markDocument(change: DocumentChange): Promise<void>;
}
