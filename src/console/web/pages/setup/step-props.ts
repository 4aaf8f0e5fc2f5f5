import { type ComponentType } from 'react';
import { type Schemas } from '../../api.ts';

export type PlatformDocument = Schemas['PlatformDocument'];

/** What every step of the path gets. */
export interface StepProps {
  /** As it was read; secrets are masked. Saving goes through `useSave`. */
  readonly document: PlatformDocument;
  readonly setup: Schemas['Setup'];
  /** Goes on to the next step. */
  readonly onDone: () => void;
}

export interface SetupStep {
  readonly id: Schemas['SetupStepId'];
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly Step: ComponentType<StepProps>;
}
