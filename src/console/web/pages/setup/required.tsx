import { DocumentPart } from './document-part.tsx';
import { type StepProps } from './step-props.ts';

/** What iCIMS must hold before a case opens. */
export function RequiredStep({ document, onDone }: StepProps) {
  return <DocumentPart part={document.required} onDone={onDone} />;
}
