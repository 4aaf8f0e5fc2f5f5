import { type CustomerValues, customerValuesText } from '../pack/repeatability.ts';
import { type RealFacts } from './real-facts.ts';
import { type TakenCase } from './taken-case.ts';

/** How the fields list was compared, for its head. */
export const COMPARED = `Derived from the mapping, the packages and the write-back of this platform. Compared with what the connector itself can
tell: the connection test (every field is visible to the API user) and the keys that the hires of this run hold. The
platform's own log of what was read and written is not open to the connector. Labels are the customer's own.`;

/** What the connector tells of one use case, whole. */
export function takenTranscript(taken: TakenCase, title: string, platform: string): string {
  const parts: Readonly<Record<string, unknown>> = {
    'The event as the connector keeps it': taken.event,
    'The hire, without the values of its fields': taken.hire,
    'The case, without the values of its fields': taken.case,
    'The title of the job before': taken.titleBefore,
    'The answer that this command got': taken.answer,
  };
  const told = Object.entries(parts).filter(([, value]) => value !== null);
  const blocks = told.map(([what, value]) => `## ${what}\n\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n`);
  return `# ${title}: ${platform}\n\nTaken ${taken.takenAt} from the admin API. What iCIMS showed stands in the person's pictures and film.\n\n${blocks.join('\n')}`;
}

/** The times of the hires by the connector's clock, and the calls that they cost. */
export function realTimes({ name, customerId, cases, document }: RealFacts): string {
  const rows = Object.values(cases).flatMap(({ id, event, hire, icimsCalls }) => {
    if (event === null || hire === null) return [];
    const after = (time: string | null): string =>
      time === null ? '–' : `${Date.parse(time) - Date.parse(event.receivedAt)} ms`;
    const times = [hire.acceptedAt, hire.openedAt, hire.deliveredAt].map(after);
    return [`| ${id} | ${[...times, String(icimsCalls ?? '–')].join(' | ')} |`];
  });
  return `# Real time: ${name} (${customerId})

After the event was received, by the connector's clock; the answer to iCIMS follows the commit. Of a use case that goes on
with an earlier hire, the times are those of that hire and may lie before the event. Calls by the connector's own count,
everything else that it did for this platform meanwhile included. Daily call limit: ${document.icims.dailyCallLimit}.

| use case | committed | case opened | written back | calls to iCIMS |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

export function customerValuesSheet(values: CustomerValues): string {
  return `# No customer's value in the product\n\n${customerValuesText(values)}`;
}
