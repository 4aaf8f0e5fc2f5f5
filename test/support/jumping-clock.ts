import { readFileSync } from 'node:fs';

/**
 * Loaded before a process of the connector (`node --import`): its clock is off by as many milliseconds as stand in the
 * file that CLOCK_FILE names, and jumps when they change. Steady clocks (`performance.now`) and timers are as ever.
 */
const file = process.env['CLOCK_FILE'];
const Real = Date;
let offMs = 0;

function read(): void {
  try {
    offMs = Number(readFileSync(file ?? '', 'utf8')) || 0;
  } catch {
    offMs = 0;
  }
}

class JumpingDate extends Real {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [Real.now() + offMs] : given) as [number]));
  }

  static override now(): number {
    return Real.now() + offMs;
  }
}

if (file !== undefined) {
  read();
  setInterval(read, 20).unref();
  globalThis.Date = JumpingDate as DateConstructor;
}
