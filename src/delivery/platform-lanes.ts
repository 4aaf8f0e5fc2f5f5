/**
 * How many deliveries of each platform may run at once in this process. A platform whose last deliveries failed is
 * `failing`: one of its deliveries runs at a time, as a probe, until one ends well, and all failing platforms together
 * get only a part of the places. So a broken case system or a used-up allowance costs its own platform time, and no other.
 */
export interface PlatformLanes {
  started(customerId: string): void;
  /** Passing failures count against the platform; those that park a single hire do not. */
  ended(customerId: string, end: LaneEnd): void;
  /** Platforms with as many deliveries under way as they may have. */
  full(): readonly string[];
  failing(): readonly string[];
  /** Failing platforms that may send their next probe now. */
  probes(): readonly string[];
}

/** How a delivery ended, as far as its platform is concerned. */
export type LaneEnd = 'well' | 'passing-failure' | 'parked';

interface Lane {
  running: number;
  failuresInARow: number;
}

const FAILING_AFTER = 3;

/** `perPlatform` deliveries of one platform at once, `maxProbes` of failing platforms together. */
export function createPlatformLanes(perPlatform: number, maxProbes: number): PlatformLanes {
  const lanes = new Map<string, Lane>();
  const laneOf = (customerId: string): Lane => {
    const lane = lanes.get(customerId) ?? { running: 0, failuresInARow: 0 };
    lanes.set(customerId, lane);
    return lane;
  };
  const where = (wanted: (lane: Lane) => boolean): string[] =>
    [...lanes].filter(([, lane]) => wanted(lane)).map(([id]) => id);
  const isFailing = (lane: Lane): boolean => lane.failuresInARow >= FAILING_AFTER;

  return {
    started: (customerId) => void (laneOf(customerId).running += 1),
    ended(customerId, end) {
      const lane = laneOf(customerId);
      lane.running -= 1;
      if (end === 'passing-failure') lane.failuresInARow += 1;
      else if (end === 'well') lane.failuresInARow = 0;
      if (lane.running === 0 && lane.failuresInARow === 0) lanes.delete(customerId);
    },
    full: () => where((lane) => lane.running >= perPlatform),
    failing: () => where(isFailing),
    probes() {
      const underWay = where((lane) => isFailing(lane) && lane.running > 0).length;
      return where((lane) => isFailing(lane) && lane.running === 0).slice(0, Math.max(maxProbes - underWay, 0));
    },
  };
}
