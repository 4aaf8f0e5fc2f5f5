import { type PlatformDocument } from '../contract-types.ts';

/** What can be broken on purpose, to see that the command notices and names it. */
export const breaks = ['rename-mapped-field', 'answer-409', 'drop-write-back-field'] as const;
export type Break = (typeof breaks)[number];

/** The platform document with the one thing broken; as it was when another thing is. */
export function breakDocument(document: PlatformDocument, broken: Break | null): PlatformDocument {
  if (broken === 'rename-mapped-field') return { ...document, mapping: document.mapping.map(renamePassport) };
  if (broken !== 'drop-write-back-field' || document.writeBack === null) return document;
  const { notes: _dropped, ...fields } = document.writeBack.fields;
  return { ...document, writeBack: { ...document.writeBack, fields } };
}

function renamePassport(row: PlatformDocument['mapping'][number]): typeof row {
  return row.to === 'passport.number' ? { ...row, from: `${row.from}9` } : row;
}
