import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import * as z from 'zod';

/** A picture or film as it is, whoever made it. */
export interface Media {
  readonly width: number;
  readonly height: number;
  /** Null for a picture. */
  readonly seconds: number | null;
  readonly bytes: number;
}

const Probed = z.object({
  streams: z.array(z.looseObject({ codec_name: z.string(), width: z.int().min(1), height: z.int().min(1) })).min(1),
  format: z.looseObject({ duration: z.coerce.number().optional() }),
});

/** Reads what stands in the file, not what its name says. Null for one that is not there, or neither picture nor film. */
export async function readMedia(ffprobe: string, file: string): Promise<Media | null> {
  const show = [
    '-v',
    'error',
    '-select_streams',
    'v',
    '-show_entries',
    'stream=codec_name,width,height:format=duration',
  ];
  try {
    const { stdout } = await promisify(execFile)(ffprobe, [...show, '-of', 'json', file]);
    const { streams, format } = Probed.parse(JSON.parse(stdout));
    const [{ codec_name: codec, width, height } = { codec_name: '', width: 0, height: 0 }] = streams;
    const isPicture = codec === 'png';
    return { width, height, seconds: isPicture ? null : (format.duration ?? null), bytes: (await stat(file)).size };
  } catch {
    return null;
  }
}
