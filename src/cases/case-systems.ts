import { type CaseSystemChoice, type Platform } from '../platforms/platform.ts';
import { type Http } from '../runtime/http.ts';
import { type BuiltInCases } from './built-in/built-in-cases.ts';
import { createBuiltInCaseSystem } from './built-in/create-built-in-case-system.ts';
import { type CaseSystem } from './case-system.ts';
import { createWebhookCaseSystem } from './webhook/create-webhook-case-system.ts';

interface CaseSystemParts {
  readonly http: Http;
  readonly clock: () => Date;
  readonly cases: BuiltInCases;
  /** Base of the links that leave the system. */
  readonly publicUrl: string;
}

type Registry = {
  readonly [Type in CaseSystemChoice['type']]: (choice: Extract<CaseSystemChoice, { type: Type }>) => CaseSystem;
};

/**
 * Answers the case system of a platform. It is made once for a `Platform`, which is one version of a platform document:
 * a changed document is another object and so gets a new one, and an old one goes when its platform is forgotten.
 */
export function createCaseSystems(parts: CaseSystemParts): (platform: Platform) => CaseSystem {
  const builtIn = createBuiltInCaseSystem(parts);
  const registry = {
    'built-in': () => builtIn,
    webhook: (choice) => createWebhookCaseSystem({ ...parts, choice }),
  } satisfies Registry;
  const made = new WeakMap<Platform, CaseSystem>();
  return (platform) => {
    const system = made.get(platform) ?? pick(registry, platform.caseSystem);
    made.set(platform, system);
    return system;
  };
}

function pick(registry: Registry, choice: CaseSystemChoice): CaseSystem {
  const create = registry[choice.type] as (choice: CaseSystemChoice) => CaseSystem;
  return create(choice);
}
