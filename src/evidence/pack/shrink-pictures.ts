import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PALETTE = 'split[one][two];[one]palettegen=reserve_transparent=0[colours];[two][colours]paletteuse=dither=none';

/** Screens hold few colours: a palette makes their pictures a third as large, without a difference to the eye. */
export async function shrinkPictures(pack: string, paths: readonly string[], ffmpeg: string): Promise<void> {
  for (const path of paths.filter((each) => each.endsWith('.png'))) {
    const [before, after] = [join(pack, path), join(pack, `${path}.small.png`)];
    const words = ['-y', '-loglevel', 'error', '-i', before, '-vf', PALETTE, '-frames:v', '1', after];
    await promisify(execFile)(ffmpeg, words);
    await rename(after, before);
  }
}
