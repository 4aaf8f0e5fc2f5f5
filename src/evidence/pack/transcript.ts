import { type ShownCase } from '../cases/shown-case.ts';

/** A use case step by step: when, what, and the requests, answers and facts in full. */
export function transcript({ title, steps, times, icimsCalls }: ShownCase, platform: string): string {
  const told = steps.map(({ at, what, facts }, index) => `## ${index + 1}. ${what}\n\n${at}\n${block(facts)}`);
  const timed = times === null ? '' : `\nAfter the click: ${timesLine(times)}. Calls to iCIMS: ${icimsCalls}.\n`;
  return `# ${title}: ${platform}\n${timed}\n${told.join('\n')}`;
}

/** The times of a hire in one line. */
function timesLine(times: NonNullable<ShownCase['times']>): string {
  const { answeredMs, acceptedMs, openedMs, deliveredMs } = times;
  const or = (ms: number | null): string => (ms === null ? 'not yet' : `${ms} ms`);
  return `answer received after ${answeredMs} ms, hire committed after ${acceptedMs} ms, case opened after ${or(openedMs)}, written back after ${or(deliveredMs)}`;
}

function block(facts: Readonly<Record<string, unknown>>): string {
  return Object.keys(facts).length === 0 ? '' : `\n\`\`\`json\n${JSON.stringify(facts, null, 2)}\n\`\`\`\n`;
}
