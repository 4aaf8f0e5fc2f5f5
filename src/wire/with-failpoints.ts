import { type Icims } from '../icims/icims.ts';
import { createFailpoint, type Failpoint, type FailpointName, type Pass } from '../runtime/failpoint.ts';
import { type Store } from '../store/open-store.ts';

interface Ports {
  readonly store: Store;
  readonly icims: Icims;
}

type Place = FailpointName extends `${infer Name}.${string}` ? Name : never;

/**
 * The same ports, with a place to die before and after each piece of work. The process is killed as by kill -9, at the
 * passing that the failpoint names, once SIGUSR2 has armed it. Without a failpoint nothing is wrapped.
 */
export function withFailpoints({ store, icims }: Ports, failpoint: Failpoint | undefined): Ports {
  if (failpoint === undefined) return { store, icims };
  const { arm, pass } = createFailpoint(failpoint, () => process.kill(process.pid, 'SIGKILL'));
  process.on('SIGUSR2', arm);
  return {
    store: {
      ...store,
      intake: around(store.intake, { acceptHire: 'accept', keepEvent: 'keep', withdrawHires: 'withdraw' }, pass),
      deliveries: around(store.deliveries, { claim: 'claim', record: 'record' }, pass),
      cases: around(store.cases, { open: 'open' }, pass),
      audit: around(store.audit, { sealNew: 'seal' }, pass),
    },
    icims: around(icims, { readProfile: 'read', addEntry: 'write', changeEntry: 'write' }, pass),
  };
}

type Work = (...given: unknown[]) => Promise<unknown>;

function around<Port extends object>(port: Port, places: Partial<Record<keyof Port, Place>>, pass: Pass): Port {
  const methods = Object.entries(places) as [keyof Port, Place][];
  const watched = methods.map(([method, place]) => [method, passing(place, port[method] as Work, pass)]);
  return { ...port, ...(Object.fromEntries(watched) as Partial<Port>) };
}

function passing(place: Place, work: Work, pass: Pass): Work {
  return async (...given) => {
    pass(`${place}.before` as FailpointName);
    const result = await work(...given);
    if (hasWork(result)) pass(`${place}.after` as FailpointName);
    return result;
  };
}

/** Nothing claimed or nothing sealed is no work: dying after it would show nothing. */
function hasWork(result: unknown): boolean {
  return Array.isArray(result) ? result.length > 0 : result !== 0;
}
