/** How the case system behaves: `losing` does what it is asked and loses its answer. */
export type CasesMood = 'well' | 'down' | 'losing' | 'refusing';
export type IcimsMood = 'well' | 'down';

/** What is promised of one hire, without a word about how the connector keeps it. */
export interface ModelHire {
  readonly id: string;
  readonly workflowId: number;
  /** The start date that the last accepted order or update read. */
  startDate: string;
  closed: boolean;
  withdrawn: boolean;
  ended: 'completed' | 'failed' | null;
  parked: boolean;
  /** Something is left to be done, and nobody needs to act for it. */
  due: boolean;
  /** An answer of the case system has told us of the case. */
  caseKnown: boolean;
  caseIsWithdrawn: boolean;
  caseIsCurrent: boolean;
  deliveredOnce: boolean;
  /** The word that stands on the workflow in iCIMS. */
  written: 'sent' | 'opened' | 'completed' | 'failed' | null;
  /** What the case system holds. */
  theirs: { state: 'open' | 'withdrawn'; startDate: string } | null;
}

export interface LifeModel {
  readonly hires: ModelHire[];
  /** The start date in iCIMS by workflow. */
  readonly startDates: Map<number, string>;
  cases: CasesMood;
  icims: IcimsMood;
}

export function aNewHire(id: string, workflowId: number, startDate: string): ModelHire {
  return {
    id,
    workflowId,
    startDate,
    closed: false,
    withdrawn: false,
    ended: null,
    parked: false,
    due: true,
    caseKnown: false,
    caseIsWithdrawn: false,
    caseIsCurrent: false,
    deliveredOnce: false,
    written: null,
    theirs: null,
  };
}

export function openHireOf(model: LifeModel, workflowId: number): ModelHire | undefined {
  return model.hires.find((hire) => hire.workflowId === workflowId && !hire.closed);
}

/** Something new is wished for this hire. */
export function wish(hire: ModelHire, changes: Partial<ModelHire>): void {
  Object.assign(hire, changes, { due: true, parked: false });
}

/** What the delivery has done of all that is due, once it has had its time. */
export function workOff(model: LifeModel): void {
  for (const hire of model.hires.filter(({ due }) => due)) workOn(hire, model);
}

function workOn(hire: ModelHire, { cases, icims }: LifeModel): void {
  if (mayBeAnnounced(hire) && icims === 'well') hire.written = 'sent';
  if (asksCaseSystem(hire) && !isToldTo(cases, hire)) return;
  if (!isWrittenTo(icims, hire)) return;
  hire.due = false;
  hire.deliveredOnce ||= !hire.withdrawn;
}

function mayBeAnnounced({ caseKnown, withdrawn, written }: ModelHire): boolean {
  return !caseKnown && !withdrawn && written === null;
}

function asksCaseSystem({ withdrawn, caseIsWithdrawn, caseKnown, caseIsCurrent }: ModelHire): boolean {
  return withdrawn ? !caseIsWithdrawn : !caseKnown || !caseIsCurrent;
}

/** Whether the case system has answered that it is done. */
function isToldTo(mood: CasesMood, hire: ModelHire): boolean {
  if (mood === 'refusing') Object.assign(hire, { parked: true, due: false });
  if (mood === 'down' || mood === 'refusing') return false;
  if (hire.withdrawn) hire.theirs &&= { ...hire.theirs, state: 'withdrawn' };
  else hire.theirs = { state: 'open', startDate: startDateToldTo(mood, hire) };
  if (mood === 'losing') return false;
  Object.assign(hire, hire.withdrawn ? { caseIsWithdrawn: true } : { caseKnown: true, caseIsCurrent: true });
  return true;
}

/** A case that is asked to open again keeps what it has; it learns what changed once its opening was answered. */
function startDateToldTo(mood: CasesMood, { theirs, caseKnown, startDate }: ModelHire): string {
  return mood === 'losing' && theirs !== null && !caseKnown ? theirs.startDate : startDate;
}

function isWrittenTo(mood: IcimsMood, hire: ModelHire): boolean {
  const word = hire.withdrawn ? 'failed' : (hire.ended ?? 'opened');
  if (hire.written !== word && mood === 'down') return false;
  hire.written = word;
  return true;
}

export function stateOf(hire: ModelHire): string {
  if (hire.parked) return 'parked';
  if (hire.withdrawn) return 'withdrawn';
  if (hire.deliveredOnce) return 'delivered';
  return hire.caseKnown ? 'opened' : 'accepted';
}
