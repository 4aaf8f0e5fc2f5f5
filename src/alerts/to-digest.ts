import { type Alert, type Tally } from './alert-store.ts';
import { type Message } from './notice.ts';
import { placeOf } from './to-message.ts';

interface About {
  readonly customerId: string | null;
  readonly at: Date;
  readonly from: Date;
  readonly publicUrl: string;
}

/** What there is to tell of a platform's day. */
export interface Day {
  readonly tally: Tally;
  readonly open: readonly Pick<Alert, 'sentence'>[];
}

/** What became of a platform's day, in counts and codes. That nothing happened is told too. */
export function toDigest(day: Day, about: About): Message {
  const lines = [`From ${inUtc(about.from)} to ${inUtc(about.at)}.`, ...dayLines(day)];
  return { ...frame(about), lines };
}

/** The same over all platforms, a line for each, for operators. */
export function toServiceDigest(platforms: readonly (Day & { readonly customerId: string })[], about: About): Message {
  const lines = platforms.map((day) => [`Platform ${day.customerId}:`, ...dayLines(day)].join(' '));
  const none = lines.length === 0 ? ['No platform is served.'] : [];
  return { ...frame(about), lines: [`From ${inUtc(about.from)} to ${inUtc(about.at)}.`, ...lines, ...none] };
}

function frame({ customerId, at, publicUrl }: About): Omit<Message, 'lines'> {
  const title = `${placeOf({ customerId })}: the last day`;
  return { kind: 'digest', at: at.toISOString(), customerId, title, link: `${publicUrl}/console/hires` };
}

function dayLines({ tally, open }: Day): readonly string[] {
  return [...toLines(tally), ...alertLines(open)];
}

function toLines({ events, delivered, withdrawn, parked, missed }: Tally): readonly string[] {
  const total = (outcome: string): number => sum(events.filter((each) => each.outcome === outcome));
  const happened = events.length > 0 ? [`Events: ${eventWords(events, total)}.`] : ['Nothing happened: no event came.'];
  const hires = delivered + withdrawn > 0 ? [`Hires: ${delivered} delivered, ${withdrawn} withdrawn.`] : [];
  const stuck = parked.length > 0 ? [`Parked now: ${codes(parked)}.`] : [];
  const lost = missed > 0 ? [`Missed: ${missed} that iCIMS shows and no accepted event tells of.`] : [];
  return [...happened, ...hires, ...stuck, ...lost];
}

function eventWords(events: Tally['events'], total: (outcome: string) => number): string {
  const withCodes = (outcome: string): string => {
    const coded = events.filter((each) => each.outcome === outcome && each.code !== null);
    return coded.length === 0 ? '' : ` (${codes(coded)})`;
  };
  const said = [
    `${total('accepted')} accepted`,
    `${total('refused')} refused${withCodes('refused')}`,
    `${total('failed')} failed${withCodes('failed')}`,
    `${total('ignored')} ignored`,
  ];
  return said.join(', ');
}

function alertLines(open: Day['open']): readonly string[] {
  return open.length === 0 ? ['No alert is open.'] : [`Open alerts: ${open.map(({ sentence }) => sentence).join(' ')}`];
}

function codes(counts: readonly { readonly code: string | null; readonly count: number }[]): string {
  return counts.map(({ code, count }) => `${String(code)} ${count}`).join(', ');
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((all, { count }) => all + count, 0);
}

function inUtc(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
