import { type Fields, type ProfileType } from '../platform/field.ts';
import { type EventAnswer } from './send-event.ts';

/** What the recruiter reads after a status change. */
export interface Shown {
  readonly ok: boolean;
  /** The sentence on the screen, placeholders replaced by the platform's labels. */
  readonly text: string;
  /** The vendor's `userMessage` as it came; null when there was none. */
  readonly raw: string | null;
  readonly debug: string | null;
}

type FieldTable = Readonly<Record<ProfileType, Fields>>;

const ownWords: Readonly<Record<number, string>> = {
  0: 'The integration partner could not be reached. The status was not changed.',
  401: 'The integration partner did not accept our credentials. The status was not changed.',
};

/** Which answers keep the status: "200 processed" and "303 see other" (iCIMS "Event notification best practices"). */
export function isSuccess(status: number): boolean {
  return status === 200 || status === 303;
}

/** Turns the connector's answer into what iCIMS would show to the recruiter. */
export function whatIcimsShows({ status, body }: EventAnswer, fields: FieldTable): Shown {
  if (isSuccess(status)) return { ok: true, text: 'The status was changed.', raw: null, debug: null };
  const { userMessage = null, debugErrorMessage = null } = vendorError(body);
  const text = status in ownWords ? ownWords[status] : undefined;
  const fallback = 'The integration partner reported a problem. The status was not changed.';
  return {
    ok: false,
    text: text ?? (userMessage === null ? fallback : withLabels(userMessage, fields)),
    raw: userMessage,
    debug: debugErrorMessage,
  };
}

const profileWords: Readonly<Record<string, ProfileType>> = {
  person: 'people',
  people: 'people',
  job: 'jobs',
  jobs: 'jobs',
  company: 'companies',
  location: 'companies',
  companies: 'companies',
  workflow: 'applicantworkflows',
  applicantworkflow: 'applicantworkflows',
  submittal: 'applicantworkflows',
  onboardworkflow: 'onboardworkflows',
};

/** Replaces `{{person.birthdate}}` and the like by the customer's labels; what is not known stays as it is. */
function withLabels(message: string, fields: FieldTable): string {
  return message.replace(/\{\{\s*([a-z]+)\.([a-z0-9_.]+)\s*\}\}/gi, (placeholder, profile: string, path: string) => {
    const type = profileWords[profile.toLowerCase()];
    return (type === undefined ? null : labelOf(fields[type], path.split('.'))) ?? placeholder;
  });
}

function labelOf(fields: Fields, [name = '', child]: readonly string[]): string | null {
  const field = fields[name];
  if (field === undefined) return null;
  return field.children?.[child ?? '']?.label ?? field.label;
}

function vendorError(body: string): { userMessage?: string; debugErrorMessage?: string } {
  try {
    const { error } = JSON.parse(body) as { error?: { userMessage?: string; debugErrorMessage?: string } };
    return error ?? {};
  } catch {
    return {};
  }
}
