import { DocumentPart } from './document-part.tsx';
import { type StepProps } from './step-props.ts';

/** What the document says of it; changed by putting the document until there is more here. */
export function WriteBackStep({ document, onDone }: StepProps) {
  return <DocumentPart part={document.writeBack} onDone={onDone} />;
}
