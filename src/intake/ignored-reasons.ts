/** Why an event is kept and nothing is done, in words. A dry run says the same. */
export function noTrigger(newStatus: string): string {
  return `No trigger names status ${newStatus}.`;
}

export function noOpenRequest(what: 'withdraw' | 'update'): string {
  return `There is no open request to ${what}.`;
}

/** A new hire of a category that is not rolled out yet. */
export function notEnabled(visaCategory: string): string {
  return `Visa category ${visaCategory} is not enabled on this platform yet. No case is opened; enable it and move the candidate to this status again.`;
}
