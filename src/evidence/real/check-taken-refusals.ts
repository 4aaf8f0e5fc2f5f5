import { codeOf } from '../verdict/check-refusals.ts';
import { finding, type Finding } from '../verdict/finding.ts';
import { missingKeys } from './guided-cases.ts';
import { type RealFacts } from './real-facts.ts';
import { type GuidedId } from './taken-case.ts';
import { whenEvent, whenTaken } from './when-taken.ts';

/** Refused with this code, as the connector keeps it. */
export function checkRefused(id: GuidedId, code: string): (facts: RealFacts) => Finding {
  return whenEvent(id, (event) => {
    const kept = `${event.outcome} ${event.code ?? ''}`.trim();
    return finding(`${kept}, which is answered 400. The picture shows what the recruiter read`, [
      [kept === `refused ${code}`, `${id}: kept as ${kept} instead of refused ${code}`],
    ]);
  });
}

/** Refused for missing fields, which are all named. */
export function checkMissingKeys(id: GuidedId, fewest: number): (facts: RealFacts) => Finding {
  return whenEvent(id, (event, facts) => {
    const keys = missingKeys(event);
    const { answer, problems } = checkRefused(id, 'MISSING_FIELDS')(facts);
    const few = `${id}: ${keys.length} missing fields are named, at least ${fewest} were wanted`;
    return {
      answer: `${answer}. It names ${keys.join(', ')}`,
      problems: [...problems, ...(keys.length < fewest ? [few] : [])],
    };
  });
}

/** The connector does not keep the words of its answers; which field each key stands for it tells. */
export const checkPlaceholders = whenEvent('use-case-3-missing-fields', (event, { fields }) => {
  const keys = missingKeys(event);
  const unknown = keys.filter((key) => !fields.some(({ why }) => why.includes(key)));
  const named = keys.map((key) => fields.find(({ why }) => why.includes(key))).flatMap((each) => each?.field ?? []);
  return finding(`the message names ${named.join(', ')} by placeholders; the picture shows the customer's own labels`, [
    [keys.length > 0, 'placeholders: no field was named'],
    [unknown.length === 0, `placeholders: no field of the platform fills ${unknown.join(', ')}`],
  ]);
});

export const checkWrongCredential = whenTaken('more-wrong-credential', ({ answer }) => {
  const status = answer?.status ?? 0;
  const code = codeOf(errorOf(answer?.body).debugErrorMessage ?? null);
  return finding(`${status} \`${code}\`, to an event that this command sent itself`, [
    [status === 401, `more-wrong-credential: answered ${status} instead of 401`],
    [code === 'UNAUTHENTICATED', `more-wrong-credential: debugErrorMessage begins with "${code}"`],
  ]);
});

export const checkErrorFormat = whenTaken('more-wrong-credential', ({ answer }) => {
  const { userMessage, debugErrorMessage } = errorOf(answer?.body);
  return finding('the answer that this command got itself is `{"error":{"userMessage","debugErrorMessage"}}`', [
    [userMessage !== undefined && debugErrorMessage !== undefined, 'error format: not the vendor error standard'],
  ]);
});

function errorOf(body: unknown): { userMessage?: string; debugErrorMessage?: string } {
  return (body as { error?: { userMessage?: string; debugErrorMessage?: string } } | null)?.error ?? {};
}
