import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';

/** What the connector wrote on a candidate's recruiting workflow. */
export function writeBackEntries(
  platform: SimulatedPlatform,
  { workflowId }: { readonly workflowId: number },
): readonly Readonly<Record<string, unknown>>[] {
  const workflow = platform.profiles.find('applicantworkflows', workflowId);
  return workflow === null ? [] : platform.profiles.entries(workflow, 'assessmentresults');
}
