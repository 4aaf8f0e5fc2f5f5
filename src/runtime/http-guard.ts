import { type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Failure } from './failure.ts';

/** Global unicast, the only part of IPv6 that is routed on the internet (IANA IPv6 address space registry). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/** The `code` of the error by which a guarded lookup refuses a name. */
export const REFUSED_LOOKUP = 'ADDRESS_NOT_ALLOWED';

interface CheckedUrl {
  readonly url: URL;
  /** True when `insecureHosts` names this host and port: plain http and private addresses are allowed there. */
  readonly insecure: boolean;
}

/**
 * Whether an IP address lies on the public internet: no loopback, private, link-local, shared, documentation,
 * multicast or reserved range, and none of the IPv6 forms that carry an IPv4 address inside (mapped, NAT64, 6to4,
 * Teredo). Anything that is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
}

/**
 * Checks where a request would go, before anything is resolved or connected. Names are checked again when they
 * are resolved (`guardLookup`). Throws `Failure` rejected ADDRESS_NOT_ALLOWED.
 */
export function checkUrl(text: string, insecureHosts: ReadonlySet<string>): CheckedUrl {
  const url = URL.parse(text);
  if (url === null) throw addressNotAllowed('it is not a URL');
  if (url.username !== '' || url.password !== '') throw addressNotAllowed('it carries a user name');
  if (isNamed(url, insecureHosts)) return { url, insecure: true };
  if (url.protocol !== 'https:') throw addressNotAllowed('only https is allowed');
  const literal = literalAddress(url.hostname);
  if (literal !== null && !isPublicAddress(literal)) throw addressNotAllowed('the address is not a public one');
  return { url, insecure: false };
}

/**
 * A lookup for `net.connect` that refuses a name unless every one of its answers is public. The connection is made to
 * the answers that were checked, so a second, different DNS answer (rebinding) is never asked for.
 */
export function guardLookup(resolve: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, answers) => {
      const list = Array.isArray(answers) ? answers : [];
      const first = list[0];
      const problem = error ?? (list.every(({ address }) => isPublicAddress(address)) ? null : refusal());
      if (problem !== null || first === undefined) callback(problem ?? refusal(), []);
      else if (options.all === true) callback(null, list);
      else callback(null, first.address, first.family);
    });
  };
}

/** The failure for an address that is never called. `why` completes the sentence and holds nothing of the address. */
export function addressNotAllowed(why: string): Failure {
  return new Failure('rejected', 'ADDRESS_NOT_ALLOWED', `The address may not be called: ${why}.`);
}

function isNamed(url: URL, insecureHosts: ReadonlySet<string>): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  const port = url.port === '' ? defaultPort(url.protocol) : url.port;
  return insecureHosts.has(`${url.hostname}:${port}`);
}

function defaultPort(protocol: string): string {
  return protocol === 'https:' ? '443' : '80';
}

/** The address when a host is written as one. URL has already turned decimal, octal and hex forms into dotted ones. */
function literalAddress(hostname: string): string | null {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  return ipaddr.IPv4.isValidFourPartDecimal(hostname) ? hostname : null;
}

function refusal(): NodeJS.ErrnoException {
  return Object.assign(new Error('the name leads to an address that is not public'), { code: REFUSED_LOOKUP });
}
