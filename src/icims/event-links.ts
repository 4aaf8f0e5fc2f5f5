import { type Platform } from '../platforms/platform.ts';
import { type ProfileType } from './icims.ts';

/** The profiles that an event points at, as far as its links can be trusted. */
export interface EventTargets {
  readonly workflow?: { readonly type: WorkflowType; readonly id: string };
  readonly person?: { readonly id: string };
  readonly job?: { readonly id: string };
  readonly user?: { readonly id: string };
}

type WorkflowType = Extract<ProfileType, 'applicantworkflows' | 'onboardworkflows'>;

interface EventLink {
  readonly rel: string;
  readonly url: string;
}

type ToTarget = (type: string, id: string) => EventTargets;

const MAX_LINKS = 50;
const MAX_HEADER_LENGTH = 16_384;

/** What a `rel` names, when its link leads to a profile of the right type. Any other `rel` is ignored. */
const ROLES: ReadonlyMap<string, ToTarget> = new Map<string, ToTarget>([
  ['applicantworkflow', toWorkflow],
  ['onboardworkflow', toWorkflow],
  ['workflow', toWorkflow],
  ['person', (type, id) => (type === 'people' ? { person: { id } } : {})],
  ['job', (type, id) => (type === 'jobs' ? { job: { id } } : {})],
  ['user', (type, id) => (type === 'people' ? { user: { id } } : {})],
]);

/**
 * What the links of an event name, from the body's `links` and the `Link` header, which hold the same targets and may
 * each be missing (iCIMS "Event Notification Best Practices", "Job Edit"). A link counts only when it leads to the
 * platform's own API host and customer id; of two links with one role the first counts. Never throws.
 */
export function readEventLinks(platform: Platform, links: unknown, linkHeader: string | undefined): EventTargets {
  const prefix = URL.parse(`${platform.icims.apiBaseUrl.replace(/\/+$/, '')}/customers/${platform.customerId}/`);
  if (prefix === null) return {};
  const inBody = targetsOf(linksInBody(links), prefix);
  return isComplete(inBody) ? inBody : { ...targetsOf(linksInHeader(linkHeader), prefix), ...inBody };
}

function targetsOf(links: readonly EventLink[], prefix: URL): EventTargets {
  let targets: EventTargets = {};
  for (const { rel, url } of links) {
    const named = profileAt(url, prefix);
    const target = named === null ? {} : ROLES.get(rel.toLowerCase())?.(named.type, named.id);
    targets = { ...target, ...targets };
  }
  return targets;
}

/** Nothing is left that further links could name. */
function isComplete({ workflow, person, job, user }: EventTargets): boolean {
  return [workflow, person, job, user].every((target) => target !== undefined);
}

function toWorkflow(type: string, id: string): EventTargets {
  return type === 'applicantworkflows' || type === 'onboardworkflows' ? { workflow: { type, id } } : {};
}

/** Type and id behind the prefix; null when the link leads to another host, port, customer or depth, or has a user. */
function profileAt(text: string, prefix: URL): { type: string; id: string } | null {
  const href = URL.parse(text)?.href;
  if (href?.startsWith(prefix.href) !== true) return null;
  const [, type, id] = /^([a-z]{1,40})\/([0-9]{1,18})(?:[?#]|$)/.exec(href.slice(prefix.href.length)) ?? [];
  return type === undefined || id === undefined ? null : { type, id };
}

function linksInBody(links: unknown): readonly EventLink[] {
  if (!Array.isArray(links)) return [];
  return links.slice(0, MAX_LINKS).flatMap((link: unknown) => {
    if (typeof link !== 'object' || link === null || !('rel' in link) || !('url' in link)) return [];
    return typeof link.rel === 'string' && typeof link.url === 'string' ? [{ rel: link.rel, url: link.url }] : [];
  });
}

/** iCIMS sends `url;rel="job";title="Job Profile",` without angle brackets; RFC 8288 has them. Both are read. */
function linksInHeader(header: string | undefined): readonly EventLink[] {
  if (header === undefined || header.length > MAX_HEADER_LENGTH) return [];
  return splitOutsideQuotes(header, ',')
    .slice(0, MAX_LINKS)
    .flatMap((part) => {
      const [target = '', ...parameters] = splitOutsideQuotes(part, ';').map((piece) => piece.trim());
      const rel = parameters.find((parameter) => /^rel\s*=/i.test(parameter));
      if (rel === undefined) return [];
      const url = target.startsWith('<') && target.endsWith('>') ? target.slice(1, -1) : target;
      return [
        {
          rel: rel
            .slice(rel.indexOf('=') + 1)
            .replaceAll('"', '')
            .trim(),
          url,
        },
      ];
    });
}

/** Splits at a separator that stands neither between double quotes nor between angle brackets. One pass. */
function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let closing = '';
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (closing !== '') closing = sign === closing ? '' : closing;
    else if (sign === separator) start = parts.push(text.slice(start, index)) && index + 1;
    else closing = CLOSING[sign] ?? '';
  }
  return [...parts, text.slice(start)];
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '<': '>' };
