import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createGap } from '../../../src/delivery/create-gap.ts';

/** Steps that wait at a gap, and those that were let through, in order. */
function stepsAt(isBusy: () => boolean) {
  const turn = createGap(isBusy, 3);
  const through: string[] = [];
  const wait = (...names: string[]): void => names.forEach((name) => void turn().then(() => through.push(name)));
  return { wait, through };
}

describe('a gap between screenings', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('lets the first step of a calm process through at once, and the others one a turn of the event loop', async () => {
    const { wait, through } = stepsAt(() => false);
    wait('one', 'two', 'three');
    await Promise.resolve();
    expect(through).toEqual(['one']);
    jest.advanceTimersToNextTimer();
    await Promise.resolve();
    expect(through).toEqual(['one', 'two']);
    await jest.runAllTimersAsync();
    expect(through).toEqual(['one', 'two', 'three']);
  });

  it('lets nobody through while the process is busy, and goes on soon after', async () => {
    let busy = true;
    const { wait, through } = stepsAt(() => busy);
    wait('one', 'two');
    await jest.advanceTimersByTimeAsync(150);
    expect(through).toEqual([]);
    busy = false;
    await jest.advanceTimersByTimeAsync(6);
    expect(through).toEqual(['one', 'two']);
  });

  it('lets the first of many through although the process is busy, until only a few wait', async () => {
    const { wait, through } = stepsAt(() => true);
    wait('one', 'two', 'three', 'four');
    await jest.advanceTimersByTimeAsync(10);
    expect(through).toEqual(['one', 'two']);
  });

  it('lets everyone through in the end when the process stays busy', async () => {
    const { wait, through } = stepsAt(() => true);
    wait('one');
    await jest.advanceTimersByTimeAsync(100);
    wait('two');
    await jest.advanceTimersByTimeAsync(106);
    expect(through).toEqual(['one']);
    await jest.advanceTimersByTimeAsync(100);
    expect(through).toEqual(['one', 'two']);
  });

  it('serves those who come after a pause like the first', async () => {
    const { wait, through } = stepsAt(() => false);
    wait('one');
    await jest.runAllTimersAsync();
    wait('two');
    await Promise.resolve();
    expect(through).toEqual(['one', 'two']);
    await jest.runAllTimersAsync();
    expect(jest.getTimerCount()).toBe(0);
  });
});
