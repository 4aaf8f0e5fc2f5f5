import { type Schemas } from '../../api.ts';

type PlatformDocument = Schemas['PlatformDocument'];

/**
 * A document from a file, as it is meant for the present platform: of another platform its name, environment, addresses,
 * credentials and whether it is enabled are not taken. What else is wrong with it the server says.
 *
 * @throws Error with a sentence for the person when the file holds no document.
 */
export function forPlatform(text: string, present: PlatformDocument): PlatformDocument {
  const read = parse(text);
  const { customerId } = read;
  if (typeof read !== 'object' || customerId === undefined)
    throw new Error('This file holds no platform document: there is no customer ID in it. Nothing was changed.');
  if (customerId === present.customerId) return read as PlatformDocument;
  const { name, environment, enabled, icims, inbound } = present;
  return {
    ...(read as PlatformDocument),
    ...{ customerId: present.customerId, name, environment, enabled, icims, inbound },
  };
}

function parse(text: string): Partial<PlatformDocument> {
  try {
    return (JSON.parse(text) ?? {}) as Partial<PlatformDocument>;
  } catch {
    throw new Error('This file is not JSON. Nothing was changed.');
  }
}
