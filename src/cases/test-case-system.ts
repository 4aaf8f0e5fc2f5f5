import { type CaseSystemChoice, type Platform } from '../platforms/platform.ts';
import { type Http } from '../runtime/http.ts';
import { type CaseSystemTest } from './case-system-test.ts';
import { pingWebhook } from './webhook/ping-webhook.ts';

interface TestParts {
  readonly http: Http;
  readonly clock: () => Date;
  readonly newId: () => string;
}

type Registry = {
  readonly [Type in CaseSystemChoice['type']]: (
    choice: Extract<CaseSystemChoice, { type: Type }>,
  ) => Promise<CaseSystemTest>;
};

const DEADLINE_MS = 10_000;
const READY = 'The built-in case system is ready: it is part of the connector.';

/** Whether cases of the platform could be opened now. Opens none. Never throws. */
export function testCaseSystem(
  { customerId, caseSystem }: Pick<Platform, 'customerId' | 'caseSystem'>,
  parts: TestParts,
): Promise<CaseSystemTest> {
  const registry = {
    'built-in': () => Promise.resolve({ type: 'built-in', ok: true, status: null, ms: 0, sentence: READY }),
    webhook: (choice) =>
      pingWebhook({ ...parts, choice }, { id: parts.newId(), customerId, signal: AbortSignal.timeout(DEADLINE_MS) }),
  } satisfies Registry;
  const test = registry[caseSystem.type] as (choice: CaseSystemChoice) => Promise<CaseSystemTest>;
  return test(caseSystem);
}
