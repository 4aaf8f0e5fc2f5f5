/**
 * Does a piece of work whose calls share one deadline, `ms` from now. Its timer goes when the work ends: that of
 * `AbortSignal.timeout` would live on for the whole time, and with it what hangs on the signal.
 */
export async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), ms).unref();
  try {
    return await work(deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}
