import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../runtime/failure.ts';
import { breaks, type Break } from './world/break-one-thing.ts';

export const USAGE = `npm run evidence -- [options]

Produces the validation pack: runs the connector against two simulated iCIMS platforms in a real Chromium, judges what was
recorded, and writes everything that iCIMS Developer Support asks to see. Ends with 1 when a requirement is not shown.

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
  readonly compare: string | null;
  readonly egress: readonly string[];
  readonly out: string;
  readonly broken: Break | null;
  readonly help: boolean;
}

/** Throws `invalid` USAGE for what it does not know. */
export function readOptions(words: readonly string[]): Options {
  const { compare = null, egress = '', help, ...rest } = parse(words);
  const broken = toBreak(rest.break);
  return {
    ...{ compare, help, broken },
    egress: egress.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()])),
    out: rest.out ?? (broken === null ? 'validation-evidence' : join('.tmp', 'evidence-broken')),
  };
}

function toBreak(word: string | undefined): Break | null {
  if (word === undefined) return null;
  const known = breaks.find((each) => each === word);
  if (known === undefined) throw usage(`--break wants one of ${breaks.join(', ')}`);
  return known;
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      options: {
        ...{ compare: text, egress: text, out: text, break: text },
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
