import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../runtime/failure.ts';
import { breaks, type Break } from './world/break-one-thing.ts';

const DEFAULT_WAIT_MINUTES = 15;
const MAX_WAIT_MINUTES = 24 * 60;

export const USAGE = `npm run evidence -- [options]

Produces the validation pack. Without --platform: runs the connector against two simulated iCIMS platforms in a real Chromium, judges what was
recorded, and writes everything that iCIMS Developer Support asks to see. Ends with 1 when a requirement is not shown.

  --compare <pack>         says what changed since an earlier pack (directory or ZIP), and what of it needs a revalidation
  --endpoint <URL>         public address of the connector for the sheets, for example https://connector.example.com
                           (default PUBLIC_URL, else where the connector runs)
  --egress <addresses>     addresses that the connector calls iCIMS from, for the enablement sheets
  --out <directory>        where the pack goes (default validation-evidence)
  --break <what>           breaks one thing on purpose, to see the command fail:
                           ${breaks.join(', ')}
                           (the pack goes to .tmp/evidence-broken)
  --help                   this text

With --platform: guides a person through the use cases on a real sandbox platform that a running connector serves, and
takes what the connector tells. Needs CONNECTOR_URL (default http://localhost:3000) and ADMIN_TOKEN in the environment.
Pictures and the film are taken by the person: the run names each file and its folder, and judges them when it is called
again with --resume; a use case whose folder is deleted is asked for again. Ctrl-C keeps what was taken. Candidates should be invented people: their values stay out of the pack.

  --platform <customerId>  the platform, as configured in the connector
  --wait <minutes>         how long to wait for each use case (default ${DEFAULT_WAIT_MINUTES}; 0: judge what is there)
  --resume                 go on with what an earlier run left in --out
                           (default validation-evidence-<customerId>)

Needs Chromium and ffmpeg (with --platform ffmpeg alone) from the system's packages: .ci/install-browser installs them.
`;

/** What was asked for. */
export interface Options {
  readonly compare: string | null;
  readonly egress: readonly string[];
  /** Origin of the connector as iCIMS reaches it; null when not said. */
  readonly endpoint: string | null;
  readonly out: string;
  /** A real platform and how to go about it; null for the simulated ones. */
  readonly real: { readonly customerId: string; readonly waitMs: number; readonly resume: boolean } | null;
  readonly broken: Break | null;
  readonly help: boolean;
}

/** Throws `invalid` USAGE for what it does not know. */
export function readOptions(words: readonly string[]): Options {
  const { compare = null, egress = '', help, ...rest } = parse(words);
  const broken = toBreak(rest.break);
  const real = toReal(rest);
  if (real !== null && broken !== null) throw usage('--break is for the simulated platforms, not for --platform');
  return {
    ...{ compare, help, broken, real, endpoint: toOrigin(rest.endpoint) },
    egress: egress.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()])),
    out: rest.out ?? defaultOut(real?.customerId, broken),
  };
}

function defaultOut(customerId: string | undefined, broken: Break | null): string {
  if (customerId !== undefined) return `validation-evidence-${customerId}`;
  return broken === null ? 'validation-evidence' : join('.tmp', 'evidence-broken');
}

function toReal({ platform, wait, resume }: { platform?: string; wait?: string; resume: boolean }): Options['real'] {
  if (platform === undefined) {
    if (wait !== undefined || resume) throw usage('--wait and --resume go with --platform');
    return null;
  }
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(platform)) throw usage('--platform wants a customer ID');
  return { customerId: platform, waitMs: toMinutes(wait) * 60_000, resume };
}

function toMinutes(given: string | undefined): number {
  if (given === undefined) return DEFAULT_WAIT_MINUTES;
  const minutes = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Infinity;
  if (minutes > MAX_WAIT_MINUTES) throw usage(`--wait wants minutes from 0 to ${MAX_WAIT_MINUTES}`);
  return minutes;
}

function toOrigin(given: string | undefined): string | null {
  if (given === undefined) return null;
  const url = URL.parse(given);
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw usage('--endpoint wants an http or https URL without a path');
  return url.origin;
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
        ...{ compare: text, egress: text, endpoint: text, out: text, break: text, platform: text, wait: text },
        resume: { type: 'boolean', default: false },
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
