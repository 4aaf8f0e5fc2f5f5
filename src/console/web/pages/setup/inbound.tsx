import { DocumentPart } from './document-part.tsx';
import { type StepProps } from './step-props.ts';

/** With these iCIMS sends its events. */
export function InboundStep({ document, onDone }: StepProps) {
  return <DocumentPart part={document.inbound} onDone={onDone} />;
}
