import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks of a second in /proc (Linux, all architectures we run on). */
const TICKS = 100;
const PARENT = 1;
const USER = 11;
const SYSTEM = 12;
const ENDED_USER = 13;
const ENDED_SYSTEM = 14;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMicros: number;
  /** Of its children that have ended. */
  readonly endedMicros: number;
}

/** Processor time of a process so far, in microseconds, without its children. */
export async function cpuMicrosOf(pid: number): Promise<number> {
  return (await statOf(pid))?.cpuMicros ?? 0;
}

/** The same for a process and its direct children together, ended ones too: a PostgreSQL server. */
export async function cpuMicrosOfServer(pid: number): Promise<number> {
  const all = await family(pid);
  const ended = all.find((stat) => stat.pid === pid)?.endedMicros ?? 0;
  return all.reduce((sum, { cpuMicros }) => sum + cpuMicros, ended);
}

/** The largest resident size that a process ever had, in megabytes. */
export async function peakMegabytesOf(pid: number): Promise<number> {
  return kilobytes(await readFile(`/proc/${pid}/status`, 'utf8'), 'VmHWM') / 1024;
}

/** Megabytes of a process and its direct children, shared memory counted once. */
export async function megabytesOfServer(pid: number): Promise<number> {
  const shares = await Promise.all(
    (await family(pid)).map((each) => readFile(`/proc/${each.pid}/smaps_rollup`, 'utf8').catch(() => '')),
  );
  return shares.reduce((sum, text) => sum + kilobytes(text, 'Pss'), 0) / 1024;
}

async function family(pid: number): Promise<Stat[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(names.map((name) => statOf(Number(name))));
  return all.filter((stat) => stat !== null).filter((stat) => stat.pid === pid || stat.parent === pid);
}

async function statOf(pid: number): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name in brackets may hold spaces, so fields are counted from behind it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const micros = (...at: number[]): number =>
    at.reduce((ticks, field) => ticks + Number(fields[field]), 0) * (1_000_000 / TICKS);
  const [cpuMicros, endedMicros] = [micros(USER, SYSTEM), micros(ENDED_USER, ENDED_SYSTEM)];
  return { pid, parent: Number(fields[PARENT]), cpuMicros, endedMicros };
}

function kilobytes(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}
