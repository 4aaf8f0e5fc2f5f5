import { missingForEnabling, type MissingPart, type SetupFacts } from './missing-for-enabling.ts';
import { type PlatformDocument } from './platform.ts';

/** The steps of enabling a platform, in the order in which a person takes them. */
export const setupStepIds = [
  'policy',
  'connect',
  'connection-test',
  'inbound',
  'triggers',
  'packages',
  'mapping',
  'required',
  'write-back',
  'case-system',
  'dry-run',
  'enable',
] as const;
type SetupStepId = (typeof setupStepIds)[number];

/** `optional` has a default that works, or may be left out. */
type SetupStepState = 'done' | 'open' | 'optional';

interface SetupStep {
  readonly id: SetupStepId;
  readonly state: SetupStepState;
  /** What keeps the platform from being enabled and is mended at this step. */
  readonly missing: readonly MissingPart[];
}

type StateOf = (document: PlatformDocument, facts: SetupFacts) => SetupStepState;

/** Of steps that nothing is missing in. */
const stateOf = {
  policy: () => 'done',
  connect: () => 'done',
  'connection-test': (_document, { connectionTest }) => (connectionTest === 'passed' ? 'done' : 'open'),
  inbound: () => 'done',
  triggers: () => 'done',
  packages: () => 'done',
  mapping: ({ mapping }) => (mapping.length > 0 ? 'done' : 'optional'),
  required: ({ required }) => (Object.values(required).some(({ length }) => length > 0) ? 'done' : 'optional'),
  'write-back': ({ writeBack }) => (writeBack === null ? 'optional' : 'done'),
  'case-system': () => 'done',
  'dry-run': () => 'optional',
  enable: ({ enabled }) => (enabled ? 'done' : 'open'),
} as const satisfies Record<SetupStepId, StateOf>;

/** Where a platform stands on its way to being enabled. Left at any time, it is resumed at the first step that is open. */
export function setupSteps(document: PlatformDocument, facts: SetupFacts): SetupStep[] {
  const missing = missingForEnabling(document, facts);
  return setupStepIds.map((id) => {
    const ofStep = missing.filter(({ step }) => step === id);
    return { id, state: ofStep.length > 0 ? 'open' : stateOf[id](document, facts), missing: ofStep };
  });
}
