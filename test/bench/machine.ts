import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** Where and when it was measured. */
export function describeMachine(): Record<string, string | number> {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short', 'HEAD'),
    changed: git('status', '--porcelain', '--', 'src', 'test/bench') === '' ? 'no' : 'yes',
    cpus: `${cpus().length} x ${cpus()[0]?.model ?? ''}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    kernel: release(),
    node: process.version,
    'load at the start': Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

function git(...words: string[]): string {
  try {
    return execFileSync('git', words, { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
