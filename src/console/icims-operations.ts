import { type components, type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { type SchemaField } from '../icims/icims.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { createIcimsDefinitions, type FieldNodes } from './icims-definitions.ts';
import { findPlatform } from './shown-platform.ts';

type IcimsOperations = Pick<operations, 'listIcimsStatuses' | 'listIcimsNodes' | 'listIcimsFields'>;
type IcimsField = components['schemas']['IcimsField'];
type IcimsNodes = components['schemas']['IcimsNodes'];

/** What can be chosen while a platform is set up, from its own iCIMS. */
export function icimsOperations(parts: OperatorParts): Handlers<IcimsOperations, AdminCaller> {
  const definitions = createIcimsDefinitions(parts.icims);
  return {
    listIcimsStatuses: async ({ path }) => {
      const platform = await findPlatform(path.customerId, parts);
      return { status: 200, body: toNodes(await definitions.nodes(platform, 'applicantworkflows', 'status')) };
    },
    listIcimsNodes: async ({ path, query: { profile, field } }) => {
      const platform = await findPlatform(path.customerId, parts);
      return { status: 200, body: toNodes(await definitions.nodes(platform, profile, field)) };
    },
    listIcimsFields: async ({ path, query: { profile } }) => {
      const platform = await findPlatform(path.customerId, parts);
      return { status: 200, body: { items: (await definitions.fields(platform, profile)).map(toField) } };
    },
  };
}

function toNodes({ list, items }: FieldNodes): IcimsNodes {
  return { list, items: items.map(({ id, label }) => ({ id, label })) };
}

function toField(field: SchemaField): IcimsField {
  return { ...toPart(field), fields: field.fields.map(toPart) };
}

function toPart({ id, label, shape, list }: SchemaField): components['schemas']['IcimsFieldPart'] {
  return { id, label, shape, list };
}
