import { DocumentPart } from './document-part.tsx';
import { type StepProps } from './step-props.ts';

/** What the document says of it; changed by putting the document until there is more here. */
export function CaseSystemStep({ document, onDone }: StepProps) {
  return <DocumentPart part={document.caseSystem} onDone={onDone} />;
}
