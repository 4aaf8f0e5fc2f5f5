/**
 * Lets equal work that is under way serve those who ask for it meanwhile. The first caller leads; who comes before it
 * ends follows, and gets the leader's result or error. Nothing is remembered afterwards.
 */
export function createInFlight<Result>(): (
  key: string,
  work: () => Promise<Result>,
) => { readonly role: 'leader' | 'follower'; readonly result: Promise<Result> } {
  const underWay = new Map<string, Promise<Result>>();
  return (key, work) => {
    const leading = underWay.get(key);
    if (leading !== undefined) return { role: 'follower', result: leading };
    const result = work().finally(() => underWay.delete(key));
    underWay.set(key, result);
    return { role: 'leader', result };
  };
}
