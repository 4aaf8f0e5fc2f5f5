import { type operations } from '../contract/generated/admin.ts';
import { RequestFailure } from '../contract/request-failure.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { canonicalGroups, listGroupOf } from '../hires/canonical-fields.ts';
import { checkPlatformMapping } from '../hires/check-platform-mapping.ts';
import { previewMapping } from '../hires/preview-mapping.ts';
import { suggestMapping } from '../hires/suggest-mapping.ts';
import { visaCategories } from '../hires/visa-categories.ts';
import { type Mapping, type Platform } from '../platforms/platform.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type AdminParts } from './admin-parts.ts';
import { createIcimsDefinitions, type IcimsDefinitions } from './icims-definitions.ts';
import { maskPreview, requireReveal } from './mask-preview.ts';
import { findPlatform } from './shown-platform.ts';

type MappingOperations = Pick<operations, 'listCanonicalFields' | 'suggestMapping' | 'previewMapping'>;
type CanonicalBody = MappingOperations['listCanonicalFields']['responses'][200]['content']['application/json'];
type PreviewWish = MappingOperations['previewMapping']['requestBody']['content']['application/json'];

/** What the mapping editor asks. */
export function mappingOperations(parts: AdminParts): Handlers<MappingOperations, AdminCaller> {
  const definitions = createIcimsDefinitions(parts.icims);
  return {
    listCanonicalFields: () => Promise.resolve({ status: 200, body: toCanonicalBody() }),
    suggestMapping: async ({ path }) => {
      const platform = await findPlatform(path.customerId, parts);
      return { status: 200, body: { items: await suggest(platform, definitions) } };
    },
    previewMapping: async ({ path, body, caller }) => {
      const platform = await findPlatform(path.customerId, parts);
      return { status: 200, body: { items: await preview(platform, body, caller, parts) } };
    },
  };
}

async function suggest(platform: Platform, definitions: IcimsDefinitions) {
  const [person, job] = await Promise.all([
    definitions.fields(platform, 'people'),
    definitions.fields(platform, 'jobs'),
  ]);
  return suggestMapping({ person, job });
}

/** The reading is audited before it is made, and each key that is shown unmasked besides. */
async function preview(platform: Platform, wish: PreviewWish, caller: AdminCaller, parts: AdminParts) {
  const { workflowId, reveal = [] } = wish;
  const mapping = wish.mapping as Mapping[];
  const { customerId } = platform;
  const today = parts.clock().toISOString().slice(0, 10);
  checkRows({ ...platform, mapping }, today);
  requireReveal(reveal, customerId, caller);
  const about = { at: parts.clock(), actor: caller.name, customerId, subject: workflowId } as const;
  await parts.audit.write({ ...about, action: 'workflow.read', detail: { purpose: 'mapping-preview' } });
  for (const key of reveal) await parts.audit.write({ ...about, action: 'field.revealed', detail: { key } });
  const records = await parts.trials.readRecords({ ...platform, mapping }, workflowId);
  const steps = previewMapping(mapping, { records, today });
  return maskPreview(steps, { mappings: [mapping, platform.mapping], reveal, caller });
}

function checkRows(platform: Platform, today: string): void {
  const faults = checkPlatformMapping({ ...platform, required: {} }, today).filter(({ pointer }) =>
    pointer.startsWith('/mapping/'),
  );
  if (faults.length === 0) return;
  const named = faults.slice(0, 10).map(({ pointer, problem }) => `${pointer} ${problem}`);
  throw new RequestFailure('INVALID_REQUEST', `The mapping has a fault: ${named.join('; ')}`, faults);
}

function toCanonicalBody(): CanonicalBody {
  const groups = Object.entries(canonicalGroups) as [keyof typeof canonicalGroups, typeof canonicalGroups.person][];
  const items = groups.flatMap(([group, fields]) =>
    fields.map((field) => ({
      ...{ key: field.key, group, label: field.label, kind: field.kind, options: [...(field.options ?? [])] },
      list: field.list === true || listGroupOf(field) !== undefined,
      sensitive: field.sensitive === true,
      toOpen: visaCategories.filter(({ toOpen }) => needs(toOpen, field.key)).map(({ name }) => name),
      toFile: visaCategories.filter(({ toFile }) => needs(toFile, field.key)).map(({ name }) => name),
    })),
  );
  return { items, visaCategories: visaCategories.map(({ name }) => name) };
}

/** A category that needs `education` needs something of it. */
function needs(keys: readonly string[], key: string): boolean {
  return keys.some((needed) => key === needed || key.startsWith(`${needed}.`));
}
