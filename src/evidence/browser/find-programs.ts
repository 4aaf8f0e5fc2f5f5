import { execFileSync } from 'node:child_process';
import { Failure } from '../../runtime/failure.ts';

/** Programs of the system's packages, by path. */
export interface Programs {
  readonly chromium: string;
  readonly ffmpeg: string;
  readonly versions: { readonly chromium: string; readonly ffmpeg: string };
}

const names = { chromium: ['chromium', 'chromium-browser', 'google-chrome'], ffmpeg: ['ffmpeg'] } as const;

/** Throws `rejected` PROGRAM_MISSING with one line that names what to install. */
export function findPrograms(): Programs {
  const [chromium, ffmpeg] = [find(names.chromium), find(names.ffmpeg)];
  if (chromium === null || ffmpeg === null) throw missing(chromium === null ? 'Chromium' : 'ffmpeg');
  const versions = { chromium: firstLine(chromium, '--version'), ffmpeg: firstLine(ffmpeg, '-version') };
  return { chromium, ffmpeg, versions };
}

/** The part of ffmpeg that tells what stands in a film or picture. Throws `rejected` PROGRAM_MISSING. */
export function findFfprobe(): string {
  const ffprobe = find(['ffprobe']);
  if (ffprobe === null) throw missing('ffprobe (a part of ffmpeg)');
  return ffprobe;
}

function missing(name: string): Failure {
  const sentence = `${name} is not installed: run .ci/install-browser (as root on Debian or Ubuntu), or install the system's package.`;
  return new Failure('rejected', 'PROGRAM_MISSING', sentence);
}

function find(candidates: readonly string[]): string | null {
  for (const name of candidates) {
    const path = firstLine('/usr/bin/env', 'sh', '-c', `command -v ${name} || true`);
    if (path !== '') return path;
  }
  return null;
}

function firstLine(program: string, ...words: readonly string[]): string {
  return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0] ?? '';
}
