import { type ConnectorEvent, type PlatformDocument, type PlatformField } from '../contract-types.ts';
import { isStatus, statusesOf } from './statuses-of.ts';
import { type GuidedId, type TakenCase, type TakenHire } from './taken-case.ts';

/** What is known when a person is told what to do. */
export interface Situation {
  readonly document: PlatformDocument;
  readonly fields: readonly PlatformField[];
  readonly taken: Partial<Record<GuidedId, TakenCase>>;
}

interface Seen {
  readonly event: ConnectorEvent;
  readonly hire: TakenHire | null;
}

/** What a person does in iCIMS, and how the run knows that it was done. */
export interface GuidedCase {
  /** One line each. */
  readonly steps: (situation: Situation) => readonly string[];
  /** Files that the person puts into the folder. */
  readonly files: readonly string[];
  /** Null: this event is it. Otherwise what is different. */
  readonly mismatch: (seen: Seen, situation: Situation) => string | null;
  /** The step of the delivery that ends it. */
  readonly endsWith: 'open-case' | 'write-back' | 'update-case' | 'withdraw-case' | null;
}

/** Those that begin with an event of iCIMS. */
export type MovedId = Exclude<GuidedId, 'more-later-progress' | 'more-wrong-credential'>;

const SCREEN = 'screen.png';

export const guidedCases: Readonly<Record<MovedId, GuidedCase>> = {
  'use-case-1-end-to-end': {
    steps: ({ document }) => [
      'Begin to record the screen (MP4, at least 1280×720, less than 3 minutes).',
      `Take an invented candidate with all required fields, on a job with one of the packages ${packageNames(document)}.`,
      `Move them to the status ${namesOf(document, 'open-case')}. When the case is on the workflow, show that entry, end the recording, and take a picture of the entry.`,
    ],
    files: ['video.mp4', SCREEN],
    mismatch: ({ event }, { document }) => acceptedBy(event, document, 'open-case'),
    endsWith: 'write-back',
  },
  'use-case-2-duplicate': {
    steps: ({ document }) => [
      `Move the same candidate to ${namesOf(document, 'open-case')} again (to another status first, if iCIMS wants one).`,
      'Take a picture of the message.',
    ],
    files: [SCREEN],
    mismatch: ({ event }) => refusedWith(event, 'DUPLICATE_REQUEST'),
    endsWith: null,
  },
  'more-title-change': {
    steps: ({ document }) => [
      'Change the title of the job of the candidate of use case 1.',
      `Move that candidate to the status ${namesOf(document, 'update-case')}, and take a picture of the job with its new title.`,
    ],
    files: [SCREEN],
    mismatch: ({ event }, { document, taken }) =>
      acceptedBy(event, document, 'update-case') ?? sameHire(event, taken['use-case-1-end-to-end']),
    endsWith: 'update-case',
  },
  'use-case-3-missing-field': {
    steps: (situation) => [
      `Take another invented candidate and empty one required field: ${requiredNames(situation)}.`,
      `Move them to ${namesOf(situation.document, 'open-case')}, and take a picture of the message.`,
    ],
    files: [SCREEN],
    mismatch: ({ event }) => refusedWith(event, 'MISSING_FIELDS') ?? namesBetween(event, 1, 1),
    endsWith: null,
  },
  'use-case-3-missing-fields': {
    steps: ({ document }) => [
      `Empty at least two more required fields of that candidate, and move them to ${namesOf(document, 'open-case')} again.`,
      'Take a picture of the message.',
    ],
    files: [SCREEN],
    mismatch: ({ event }) => refusedWith(event, 'MISSING_FIELDS') ?? namesBetween(event, 2, Infinity),
    endsWith: null,
  },
  'more-unknown-package': {
    steps: ({ document }) => [
      `Put an entry into ${document.packages.field} of a job that is none of ${packageNames(document)}, or leave it empty.`,
      `Move a candidate of that job to ${namesOf(document, 'open-case')}, and take a picture of the message.`,
    ],
    files: [SCREEN],
    mismatch: ({ event }) => refusedWith(event, 'UNKNOWN_PACKAGE'),
    endsWith: null,
  },
  'more-several-citizenships': {
    steps: ({ document }) => [
      'Take a third invented candidate with all required fields and two or more citizenships.',
      `Move them to ${namesOf(document, 'open-case')}, and take a picture of the candidate's citizenships.`,
    ],
    files: [SCREEN],
    mismatch: ({ event, hire }, { document }) => acceptedBy(event, document, 'open-case') ?? severalOf(hire),
    endsWith: 'write-back',
  },
  'more-rescinded-offer': {
    steps: ({ document }) => [
      `Move a candidate whose case is open to the status ${namesOf(document, 'withdraw-case')}.`,
      'Take a picture of the entry on the workflow, which then says so.',
    ],
    files: [SCREEN],
    mismatch: ({ event }, { document }) => acceptedBy(event, document, 'withdraw-case'),
    endsWith: 'withdraw-case',
  },
};

/** The canonical keys that a refusal names, from the reason that the connector keeps. */
export function missingKeys({ reason }: Pick<ConnectorEvent, 'reason'>): readonly string[] {
  return [...(reason ?? '').matchAll(/([a-z0-9_]+(?:\.[a-z0-9_]+)*) \([a-z -]+\)/g)].flatMap(([, key]) => key ?? []);
}

type Action = PlatformDocument['triggers'][number]['action'];

function namesOf(document: PlatformDocument, action: Action): string {
  return statusesOf(document, action).join(' or ');
}

function packageNames({ packages }: PlatformDocument): string {
  return packages.items.map(({ label, nodeId }) => `"${label}" (${nodeId})`).join(', ');
}

/** The keys that every category needs, with the fields that fill them. */
function requiredNames({ document, fields }: Situation): string {
  const fieldOf = (key: string): string => {
    const found = fields.find(({ why }) => why.includes(key));
    return found === undefined ? key : `${key} (${found.profile}.${found.field})`;
  };
  return (document.required['*'] ?? []).map(fieldOf).join(', ');
}

function acceptedBy(event: ConnectorEvent, document: PlatformDocument, action: Action): string | null {
  if (event.outcome !== 'accepted') return `it was ${event.outcome}, not accepted`;
  return isStatus(statusesOf(document, action), event.newStatus) ? null : `its status is no trigger of ${action}`;
}

function refusedWith({ outcome, code }: ConnectorEvent, wanted: string): string | null {
  return outcome === 'refused' && code === wanted ? null : `it was not refused with ${wanted}`;
}

function namesBetween(event: ConnectorEvent, least: number, most: number): string | null {
  const { length } = missingKeys(event);
  return length >= least && length <= most ? null : `it names ${length} missing fields`;
}

function sameHire({ hireId }: ConnectorEvent, first: TakenCase | undefined): string | null {
  return hireId !== null && hireId === first?.hire?.id ? null : 'it is not the candidate of use case 1';
}

function severalOf(hire: TakenHire | null): string | null {
  const count = hire?.citizenships ?? 0;
  return count > 1 ? null : `its candidate has ${count} citizenship`;
}
