import { type PlatformFacts } from '../facts.ts';

/** For each run the time from event to answer to case to write-back, and the calls that it cost. */
export function realTimeSheet({ name, customerId, cases, document }: PlatformFacts): string {
  const rows = Object.values(cases).map(({ title, moves, times, icimsCalls }) => {
    const answers = moves.map(({ status, ms }) => `${status} in ${Math.round(ms)} ms`).join(', ');
    const cell = (ms: number | null | undefined): string => (ms === null || ms === undefined ? '–' : `${ms} ms`);
    return `| ${title} | ${answers} | ${cell(times?.acceptedMs)} | ${cell(times?.openedMs)} | ${cell(times?.deliveredMs)} | ${icimsCalls} |`;
  });
  return `# Real time: ${name} (${customerId})

Milliseconds after the recruiter's click. The answer is what iCIMS waits for (it gives up after 30 seconds); committed,
opened and written back are the connector's own times of the hire. Daily call limit: ${document.icims.dailyCallLimit}.

| use case | answers to iCIMS | committed | case opened | written back | calls to iCIMS |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
