import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Page } from 'playwright-core';
import { VIEWPORT } from './open-browser.ts';

interface Frame {
  readonly file: string;
  readonly atSeconds: number;
}

/** A film of a page in real time. */
export interface Film {
  /** Ends the recording and writes an MP4. Answers its length in seconds. */
  finish(ffmpeg: string, file: string): Promise<number>;
}

const FRAMES_PER_SECOND = 10;
const LAST_FRAME_SECONDS = 1;

/** Records what Chromium paints, with its own clock; an unchanged page costs nothing. */
export async function startFilm(page: Page): Promise<Film> {
  const directory = await mkdtemp(join(tmpdir(), 'connector-evidence-film-'));
  const frames: Frame[] = [];
  const writes: Promise<void>[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    const file = join(directory, `${String(frames.length).padStart(5, '0')}.jpg`);
    frames.push({ file, atSeconds: metadata.timestamp ?? Date.now() / 1000 });
    writes.push(writeFile(file, Buffer.from(data, 'base64')));
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  const { width: maxWidth, height: maxHeight } = VIEWPORT;
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 92, maxWidth, maxHeight });
  return {
    async finish(ffmpeg, file) {
      await session.send('Page.stopScreencast');
      const endedAt = Date.now() / 1000;
      await Promise.all(writes);
      const list = join(directory, 'frames.txt');
      await writeFile(list, toConcatList(frames, endedAt));
      await encode(ffmpeg, list, file);
      await rm(directory, { recursive: true, force: true });
      return endedAt - (frames[0]?.atSeconds ?? endedAt);
    },
  };
}

/** ffmpeg's concat format: each picture with the time until the next; the last one twice, because its time is ignored. */
export function toConcatList(frames: readonly Frame[], endedAtSeconds: number): string {
  const lines = frames.flatMap(({ file, atSeconds }, index) => {
    const until = frames[index + 1]?.atSeconds ?? Math.max(endedAtSeconds, atSeconds + LAST_FRAME_SECONDS);
    return [`file '${file}'`, `duration ${Math.max(until - atSeconds, 0.001).toFixed(3)}`];
  });
  const last = frames.at(-1);
  return `${[...lines, ...(last === undefined ? [] : [`file '${last.file}'`])].join('\n')}\n`;
}

async function encode(ffmpeg: string, list: string, file: string): Promise<void> {
  const { width, height } = VIEWPORT;
  const fit = `scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:(ow-iw)/2:0:white`;
  const input = ['-f', 'concat', '-safe', '0', '-i', list];
  const picture = ['-vf', `${fit},fps=${FRAMES_PER_SECOND},format=yuv420p`, '-c:v', 'libx264', '-crf', '24'];
  const words = [
    '-y',
    '-loglevel',
    'error',
    ...input,
    ...picture,
    '-preset',
    'fast',
    '-tune',
    'stillimage',
    '-movflags',
    '+faststart',
    file,
  ];
  await promisify(execFile)(ffmpeg, words);
}
