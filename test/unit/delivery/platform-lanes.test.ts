import { describe, expect, it } from '@jest/globals';
import { createPlatformLanes, type PlatformLanes } from '../../../src/delivery/platform-lanes.ts';

const run = (lanes: PlatformLanes, customerId: string, ...ends: Parameters<PlatformLanes['ended']>[1][]): void => {
  for (const end of ends) {
    lanes.started(customerId);
    lanes.ended(customerId, end);
  }
};

describe('the lanes of platforms', () => {
  it('are full when as many deliveries run as may', () => {
    const lanes = createPlatformLanes(2, 1);
    lanes.started('9001');
    expect(lanes.full()).toEqual([]);
    lanes.started('9001');
    expect(lanes.full()).toEqual(['9001']);
    lanes.ended('9001', 'well');
    expect(lanes.full()).toEqual([]);
  });

  it('fail after three failures in a row, and heal with the first success', () => {
    const lanes = createPlatformLanes(4, 4);
    run(lanes, '9001', 'passing-failure', 'passing-failure');
    expect(lanes.failing()).toEqual([]);
    run(lanes, '9001', 'passing-failure');
    expect(lanes.failing()).toEqual(['9001']);
    expect(lanes.probes()).toEqual(['9001']);
    run(lanes, '9001', 'well');
    expect(lanes.failing()).toEqual([]);
  });

  it('do not fail by hires that are parked', () => {
    const lanes = createPlatformLanes(4, 4);
    run(lanes, '9001', 'parked', 'parked', 'parked', 'parked');
    expect(lanes.failing()).toEqual([]);
  });

  it('are probed one delivery at a time, and only so many together', () => {
    const lanes = createPlatformLanes(4, 2);
    for (const customerId of ['9001', '9002', '9003'])
      run(lanes, customerId, 'passing-failure', 'passing-failure', 'passing-failure');
    expect(lanes.probes()).toHaveLength(2);
    lanes.started('9001');
    expect(lanes.probes()).toEqual(['9002']);
    lanes.started('9002');
    expect(lanes.probes()).toEqual([]);
  });
});
