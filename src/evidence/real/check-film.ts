import { finding, type Finding } from '../verdict/finding.ts';
import { type RealFacts } from './real-facts.ts';

const FILM = 'use-case-1-end-to-end/video.mp4';
const MIN_SECONDS = 5;
const MAX_SECONDS = 180;
const MAX_BYTES = 20_000_000;

/** The person's film plays, in the length and size that can be sent. One that is not there is named as a missing file. */
export function checkFilm({ media }: RealFacts): Finding {
  if (!(FILM in media)) return { answer: 'no film', problems: [] };
  const { seconds = null, width = 0, height = 0, bytes = 0 } = media[FILM] ?? {};
  if (seconds === null) return { answer: 'no film', problems: [`video: ${FILM} is no film that plays`] };
  return finding(`${Math.round(seconds)} seconds, ${width}×${height}, recorded by a person in iCIMS`, [
    [seconds >= MIN_SECONDS, `video: shorter than ${MIN_SECONDS} seconds`],
    [seconds < MAX_SECONDS, `video: longer than ${MAX_SECONDS} seconds`],
    [bytes <= MAX_BYTES, 'video: larger than 20 MB'],
  ]);
}
