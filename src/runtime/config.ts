import * as z from 'zod';
import { Failure } from './failure.ts';
import { type Failpoint, toFailpoint } from './failpoint.ts';

const text = (wish: string) => z.string({ error: wish });
const integer = (min: number, max: number, wish: string) =>
  z.coerce.number({ error: wish }).int(wish).min(min, wish).max(max, wish);

const PORT = 'a port number from 0 to 65535';
const MILLISECONDS = 'milliseconds from 1000 to 29000: iCIMS gives up after 30 seconds';
const HOSTS = 'host:port entries, comma separated, for example localhost:4010,127.0.0.1:4011';
const ORIGIN = 'an http or https URL without a path';
const SKEW = 'seconds from 30 to 3600';
const LEASE = 'milliseconds from 2000 to 300000';
const FAILPOINT = 'a place and a passing, for example accept.after@3';
const RECONCILE = 'seconds from 300 to 86400';
const PROXIES = 'how many proxies of your own stand before the service, from 0 to 10';
const SMTP = 'an smtp:// or smtps:// URL, for example smtp://user:password@mail.example.com:587';
const SENDER = 'the address that mail comes from, for example alerts@example.com';
const RATE = 'events per second, from 1 to 100000';

/** What each variable wants, in the words of the error line. */
const Environment = z.object({
  PORT: integer(0, 65_535, PORT).default(3000),
  HOST: text('a host name or address').min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: ORIGIN })
    .refine(isOrigin, ORIGIN)
    .optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'a postgresql:// URL' }).optional(),
  DATA_DIR: text('a directory').min(1).default('./data'),
  MASTER_KEY: text('32 bytes in base64').optional(),
  CONNECTOR_URL: z
    .url({ protocol: /^https?$/, error: ORIGIN })
    .refine(isOrigin, ORIGIN)
    .default('http://localhost:3000'),
  ADMIN_TOKEN: text('at least 32 characters').min(32, 'at least 32 characters').optional(),
  ALLOW_INSECURE_HOSTS: z
    .string()
    .regex(/^$|^[^\s,]+:[0-9]{1,5}(,[^\s,]+:[0-9]{1,5})*$/, HOSTS)
    .default(''),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: SMTP }).optional(),
  ALERT_FROM: z
    .string()
    .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, SENDER)
    .optional(),
  SCREENING_DEADLINE_MS: integer(1_000, 29_000, MILLISECONDS).default(20_000),
  HMAC_SKEW_SECONDS: integer(30, 3_600, SKEW).default(900),
  PLATFORM_EVENTS_PER_SECOND: integer(1, 100_000, RATE).default(200),
  TRUSTED_PROXIES: integer(0, 10, PROXIES).default(0),
  DELIVERY_CONCURRENCY: integer(0, 500, 'a whole number from 0 to 500; 0 leaves delivery to `npm run worker`').default(
    64,
  ),
  DELIVERY_LEASE_MS: integer(2_000, 300_000, LEASE).default(20_000),
  RECONCILE_EVERY_SECONDS: integer(300, 86_400, RECONCILE).default(3_600),
  FAILPOINT: z
    .string()
    .refine((given) => toFailpoint(given) !== undefined, FAILPOINT)
    .optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug'], { error: 'error, warn, info or debug' }).default('info'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash; undefined means `http://localhost:<port in use>`. */
  readonly publicUrl: string | undefined;
  /** For `npm run evidence` only: where the connector runs that is asked; without a trailing slash. */
  readonly connectorUrl: string;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly masterKey: string | undefined;
  readonly adminToken: string | undefined;
  readonly insecureHosts: ReadonlySet<string>;
  /** Undefined: nothing is told by mail. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly screeningDeadlineMs: number;
  readonly hmacSkewMs: number;
  readonly platformEventsPerSecond: number;
  /** How many proxies of our own add to X-Forwarded-For. */
  readonly trustedProxies: number;
  readonly deliveryConcurrency: number;
  readonly deliveryLeaseMs: number;
  /** How often iCIMS is searched for hires of which no event came. */
  readonly reconcileEverySeconds: number;
  /** For `npm run faults` only: where this process is to die. */
  readonly failpoint: Failpoint | undefined;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
}

/** Throws `rejected` CONFIGURATION with one line that names the first wrong variable and what it wants. Empty means unset. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Failure(
      'rejected',
      'CONFIGURATION',
      `${String(issue?.path[0])} must be ${issue?.message ?? 'set differently'}.`,
    );
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, ''),
    connectorUrl: data.CONNECTOR_URL.replace(/\/+$/, ''),
    databaseUrl: data.DATABASE_URL,
    dataDir: data.DATA_DIR,
    masterKey: data.MASTER_KEY,
    adminToken: data.ADMIN_TOKEN,
    insecureHosts: new Set(data.ALLOW_INSECURE_HOSTS === '' ? [] : data.ALLOW_INSECURE_HOSTS.split(',')),
    mail: mailOf(data.SMTP_URL, data.ALERT_FROM),
    screeningDeadlineMs: data.SCREENING_DEADLINE_MS,
    hmacSkewMs: data.HMAC_SKEW_SECONDS * 1000,
    platformEventsPerSecond: data.PLATFORM_EVENTS_PER_SECOND,
    trustedProxies: data.TRUSTED_PROXIES,
    deliveryConcurrency: data.DELIVERY_CONCURRENCY,
    deliveryLeaseMs: data.DELIVERY_LEASE_MS,
    reconcileEverySeconds: data.RECONCILE_EVERY_SECONDS,
    failpoint: toFailpoint(data.FAILPOINT ?? ''),
    logLevel: data.LOG_LEVEL,
  };
}

function mailOf(smtpUrl: string | undefined, from: string | undefined): Config['mail'] {
  if (smtpUrl === undefined) return undefined;
  if (from !== undefined) return { smtpUrl, from };
  throw new Failure('rejected', 'CONFIGURATION', `ALERT_FROM must be ${SENDER}, because SMTP_URL is set.`);
}

function isOrigin(url: string): boolean {
  return URL.parse(url)?.href === `${URL.parse(url)?.origin ?? ''}/`;
}
