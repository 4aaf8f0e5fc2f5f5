import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../runtime/failure.ts';
import { breaks, type Break } from './world/break-one-thing.ts';

export const USAGE = `npm run evidence -- [options]

Produces the validation pack: runs the connector against two simulated iCIMS platforms in a real Chromium, judges what was
recorded, and writes everything that iCIMS Developer Support asks to see. Ends with 1 when a requirement is not shown.

  --platform <customerId>  a real sandbox platform of a running connector instead (CONNECTOR_URL, ADMIN_TOKEN)
  --wait <minutes>         with --platform: how long to wait for each event (default 15)
  --compare <pack>         says what changed since an earlier pack (directory or ZIP), and what of it needs a revalidation
  --egress <addresses>     addresses that the connector calls iCIMS from, for the enablement sheets
  --out <directory>        where the pack goes (default validation-evidence)
  --break <what>           breaks one thing on purpose, to see the command fail:
                           ${breaks.join(', ')}
                           (the pack goes to .tmp/evidence-broken)
  --help                   this text

Needs Chromium and ffmpeg from the system's packages: .ci/install-browser installs them.
`;

/** What was asked for. */
export interface Options {
  readonly platform: string | null;
  readonly waitMs: number;
  readonly compare: string | null;
  readonly egress: readonly string[];
  readonly out: string;
  readonly broken: Break | null;
  readonly help: boolean;
}

/** Throws `invalid` USAGE for what it does not know. */
export function readOptions(words: readonly string[]): Options {
  const { wait, compare = null, egress = '', help, ...rest } = parse(words);
  const broken = toBreak(rest.break);
  const platform = toCustomerId(rest.platform);
  if (platform !== null && broken !== null) throw usage('--break works on simulated platforms only');
  return {
    ...{ platform, compare, help, broken, waitMs: toMilliseconds(wait) },
    egress: egress.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()])),
    out: rest.out ?? (broken === null ? 'validation-evidence' : join('.tmp', 'evidence-broken')),
  };
}

function toCustomerId(word: string | undefined): string | null {
  if (word !== undefined && !/^\d{1,12}$/.test(word)) throw usage('--platform wants a customer ID');
  return word ?? null;
}

function toBreak(word: string | undefined): Break | null {
  if (word === undefined) return null;
  const known = breaks.find((each) => each === word);
  if (known === undefined) throw usage(`--break wants one of ${breaks.join(', ')}`);
  return known;
}

function toMilliseconds(minutes: string): number {
  const number = Number(minutes);
  if (!(number >= 1 && number <= 600)) throw usage('--wait wants minutes from 1 to 600');
  return number * 60_000;
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      options: {
        ...{ platform: text, compare: text, egress: text, out: text, break: text },
        wait: { type: 'string', default: '15' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (thrown) {
    throw usage(thrown instanceof Error ? thrown.message : 'unknown option');
  }
}

function usage(sentence: string): Failure {
  return new Failure('invalid', 'USAGE', `${sentence}. See npm run evidence -- --help.`);
}
