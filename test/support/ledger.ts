import { type components } from '../../src/contract/generated/admin.ts';
import { type EventBody } from '../../src/sandbox/events/status-change-event.ts';
import { type SimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { type CaseReceiver } from './case-receiver.ts';

/** One offer that was accepted in iCIMS: it shall become one case. */
export interface Order {
  readonly customerId: string;
  readonly workflowId: string;
  readonly event: EventBody;
}

/** One event that was sent, and its answer. */
export interface Attempt {
  readonly order: Order;
  /** 0 when no answer came. */
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | undefined;
  /** The body as it came. */
  readonly text: string;
  /** The hire that the answer names, as accepted or as received before. */
  readonly reference: string | undefined;
}

/** What is wrong, in words; `balanced` when nothing is. */
export interface Ledger {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly unfinished: readonly string[];
  readonly wrong: readonly string[];
  /** Secrets and personal data in the logs. */
  readonly leaks: readonly string[];
}

export const balanced: Ledger = { lost: [], doubled: [], unfinished: [], wrong: [], leaks: [] };

type Hire = components['schemas']['Hire'];

interface Books {
  readonly attempts: readonly Attempt[];
  readonly ordered: readonly Order[];
  /** Orders that were taken back, answered 200. */
  readonly rescinded: readonly Order[];
  readonly hires: readonly Hire[];
  readonly cases: readonly components['schemas']['CaseSummary'][];
  readonly icims: SimulatedIcims;
  readonly receiver: CaseReceiver;
}

/** The write-back entry as iCIMS shows it. */
interface Entry {
  readonly assessmentnotes?: string;
  readonly assessmentstatus?: { readonly id: string };
}

const OPENED = 'D37002019003';
const FAILED = 'D37002019002';

/** Holds every answer against hires, cases and write-back entries. */
export function ledgerOf(books: Books): Omit<Ledger, 'leaks'> {
  const sums = { lost: [] as string[], doubled: [] as string[], unfinished: [] as string[], wrong: [] as string[] };
  const rescinded = new Set(books.rescinded.map(keyOf));
  const hiresOf = Map.groupBy(books.hires, (hire) => keyOf(hire));
  const answersOf = Map.groupBy(books.attempts, ({ order }) => keyOf(order));
  for (const order of books.ordered) {
    const hires = hiresOf.get(keyOf(order)) ?? [];
    checkAnswers(answersOf.get(keyOf(order)) ?? [], hires, sums);
    const check = rescinded.has(keyOf(order)) ? checkWithdrawn : checkHire;
    for (const hire of hires) check(hire, books, sums);
  }
  sums.wrong.push(...casesOfOtherPlatforms(books));
  const known = new Set(books.ordered.map(keyOf));
  const strangers = books.hires.filter((hire) => !known.has(keyOf(hire)));
  sums.doubled.push(...strangers.map((hire) => `hire ${hire.id} was never ordered`));
  sums.doubled.push(...strayEntries(books), ...strayCases(books));
  return sums;
}

type Sums = Record<'lost' | 'doubled' | 'unfinished' | 'wrong', string[]>;

function keyOf({ customerId, workflowId }: { customerId: string; workflowId: string }): string {
  return `${customerId}/${workflowId}`;
}

function checkAnswers(attempts: readonly Attempt[], hires: readonly Hire[], sums: Sums): void {
  const [first] = attempts;
  if (first === undefined) return;
  const workflow = keyOf(first.order);
  const accepted = attempts.filter(({ status }) => status === 200);
  const named = new Set(attempts.map(({ reference }) => reference).filter((reference) => reference !== undefined));
  if (named.size > 0 && hires.length === 0) sums.lost.push(`${workflow} was answered ${[...named].join()}, no hire`);
  if (accepted.length > 1) sums.doubled.push(`${workflow} was accepted ${accepted.length} times`);
  if (hires.length > 1) sums.doubled.push(`${workflow} has ${hires.length} hires`);
  for (const reference of named) {
    if (!hires.some(({ id }) => id === reference))
      sums.wrong.push(`${workflow} was told ${reference}, which is not its`);
  }
  const odd = attempts.filter(({ status, code }) => ![0, 200, 503].includes(status) && code !== 'DUPLICATE_REQUEST');
  sums.wrong.push(...odd.map(({ status, code }) => `${workflow} was answered ${status} ${code ?? ''}`));
}

function checkHire(hire: Hire, books: Books, sums: Sums): void {
  if (hire.state !== 'delivered') sums.unfinished.push(`${keyOf(hire)} is ${hire.state} ${hire.reason?.code ?? ''}`);
  const entries = entriesOf(hire, books.icims);
  expectOne(casesOf(hire, books), `${keyOf(hire)} has %d cases`, sums);
  expectOne(entries.length, `${keyOf(hire)} has %d write-back entries`, sums);
  if (!entries.every((entry) => saysOpened(entry, hire)))
    sums.wrong.push(`${keyOf(hire)} has a write-back entry that says something else`);
}

/** The offer was taken back at some time: there may be a case and an entry by then, or not. */
function checkWithdrawn(hire: Hire, books: Books, sums: Sums): void {
  if (hire.state !== 'withdrawn') sums.lost.push(`${keyOf(hire)} was withdrawn and is ${hire.state}`);
  const entries = entriesOf(hire, books.icims);
  const cases = casesOf(hire, books);
  if (cases > 1) sums.doubled.push(`${keyOf(hire)} has ${cases} cases`);
  if (entries.length > 1) sums.doubled.push(`${keyOf(hire)} has ${entries.length} write-back entries`);
  if (entries.some(({ assessmentstatus: status }) => status?.id !== FAILED))
    sums.wrong.push(`${keyOf(hire)} is withdrawn and its write-back entry says something else`);
  if (openCasesOf(hire, books) > 0) sums.wrong.push(`${keyOf(hire)} is withdrawn and its case is not`);
}

function openCasesOf({ id }: Hire, { cases, receiver }: Books): number {
  return [...cases, ...receiver.cases()].filter(({ hireId, state }) => hireId === id && state !== 'withdrawn').length;
}

function casesOfOtherPlatforms({ cases, hires }: Books): string[] {
  const platformOf = new Map(hires.map(({ id, customerId }) => [id, customerId]));
  const strays = cases.filter(({ hireId, customerId }) => (platformOf.get(hireId) ?? customerId) !== customerId);
  return strays.map(({ id, customerId }) => `case ${id} is on platform ${customerId}, its hire on another`);
}

function expectOne(count: number, sentence: string, { lost, doubled }: Sums): void {
  if (count !== 1) (count < 1 ? lost : doubled).push(sentence.replace('%d', String(count)));
}

function saysOpened({ assessmentnotes: notes = '', assessmentstatus: status }: Entry, { id, caseId }: Hire): boolean {
  return status?.id === OPENED && notes.includes(id) && caseId !== null && notes.includes(caseId);
}

function casesOf(hire: Hire, { cases, receiver }: Books): number {
  const builtIn = cases.filter(({ hireId }) => hireId === hire.id).length;
  // The receiver keeps one case a hire whatever it is sent; two keys for one hire are two cases elsewhere.
  const opened = receiver.requests().filter(({ event }) => event.type === 'case.open' && event.data.hireId === hire.id);
  const orders = new Set(opened.map(({ key, webhookId, body }) => `${key} ${webhookId} ${body}`));
  const there = receiver.cases().filter(({ hireId }) => hireId === hire.id).length;
  return builtIn + (there === 0 ? 0 : orders.size);
}

function entriesOf({ customerId, workflowId }: Pick<Hire, 'customerId' | 'workflowId'>, icims: SimulatedIcims) {
  const { profiles } = icims.platform(customerId);
  const workflow = profiles.find('applicantworkflows', workflowId);
  return workflow === null ? [] : (profiles.entries(workflow, 'assessmentresults') as readonly Entry[]);
}

function strayEntries({ icims, hires }: Books): string[] {
  const known = new Set(hires.map(keyOf));
  return icims.platforms.flatMap(({ customerId, profiles }) =>
    [...profiles.all('applicantworkflows')]
      .map(({ id }) => ({ customerId, workflowId: String(id) }))
      .filter((workflow) => !known.has(keyOf(workflow)) && entriesOf(workflow, icims).length > 0)
      .map((workflow) => `${keyOf(workflow)} has a write-back entry and no hire`),
  );
}

function strayCases({ cases, receiver, hires }: Books): string[] {
  const known = new Set(hires.map(({ id }) => id));
  const all = [...cases, ...receiver.cases()].filter(({ hireId }) => !known.has(hireId));
  return all.map(({ hireId }) => `there is a case for ${hireId} and no hire`);
}
