import { type Field, type ProfileType } from '../platform/field.ts';
import { type StoredProfile } from '../platform/profiles.ts';
import { refusal } from '../platform/refusal.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';
import { type Answer } from './answer.ts';
import { type Operation, type OperationRequest } from './operation.ts';

/** GET of a profile: `fields=` picks; what is empty or may not be seen is not there. */
export const readProfile: Operation = (request) => {
  const { platform, area } = request;
  const profile = seenProfile(platform, area as ProfileType, request.path['id'] ?? '');
  const asked = request.query['fields'];
  if (typeof asked === 'string') return pick(platform, profile, asked.split(','));
  const json = visible(platform, profile, defaultFields(platform, profile.type));
  return { status: 200, json: { ...json, links: links(platform, profile) }, fieldsRead: Object.keys(json) };
};

/** PATCH of a profile. A changed status is dated, as iCIMS does. */
export const changeProfile: Operation = ({ platform, area, path, body }) => {
  const profile = seenProfile(platform, area as ProfileType, path['id'] ?? '');
  refuseHidden(platform, profile.type, Object.keys(body));
  platform.profiles.change(profile, body);
  const headers = { location: `${platform.url}/${profile.type}/${profile.id}` };
  return { status: 204, headers, fieldsWritten: Object.keys(body) };
};

/** POST of a collection entry: identical ones are dropped, with success. */
export const addEntry: Operation = (request) => {
  const { platform, body } = request;
  const { profile, collection } = seenCollection(request);
  const entry = platform.profiles.addEntry(profile, collection, body);
  const fieldsWritten = childNames(collection, body);
  if (entry === null) return { status: 200, fieldsWritten };
  return { status: 201, headers: { location: entryUrl(request, entry) }, fieldsWritten };
};

export const readEntry: Operation = (request) => {
  const { collection, entry } = seenEntry(request);
  return { status: 200, json: entry, fieldsRead: [collection] };
};

export const changeEntry: Operation = (request) => {
  const { profile, collection, entry } = seenEntry(request);
  request.platform.profiles.changeEntry(profile, collection, entry, request.body);
  const headers = { location: entryUrl(request, entry.entry) };
  return { status: 204, headers, fieldsWritten: childNames(collection, request.body) };
};

export const deleteEntry: Operation = (request) => {
  const { profile, collection, entry } = seenEntry(request);
  request.platform.profiles.deleteEntry(profile, collection, entry);
  return { status: 204, fieldsWritten: [collection] };
};

/** The profile that a request names. Throws 404: code 2 when it does not exist, code 3 when it may not be seen. */
export function seenProfile(platform: SimulatedPlatform, type: ProfileType, id: string): StoredProfile {
  if (!platform.rights.maySee(type))
    throw refusal(404, 'accessDenied', 'The resource was not found or access was denied');
  const profile = platform.profiles.find(type, id);
  if (profile === null) throw refusal(404, 'notFound', 'The resource does not exist');
  return profile;
}

/** Throws 404 code 3 when one of the fields may not be seen: what is hidden cannot be changed either. */
export function refuseHidden(platform: SimulatedPlatform, type: ProfileType, names: readonly string[]): void {
  const hidden = names.find((name) => !platform.rights.maySee(type, name));
  if (hidden !== undefined) throw refusal(404, 'accessDenied', 'The field was not found or access was denied', hidden);
}

function pick(platform: SimulatedPlatform, profile: StoredProfile, asked: readonly string[]): Answer {
  const json = visible(platform, profile, asked);
  const uppercase = asked.filter((name) => name !== name.toLowerCase());
  if (uppercase.length === 0) return { status: 200, json, fieldsRead: asked };
  const warnings = uppercase.map((name) => ({ errorMessage: `${name}: field name must be lowercase`, errorCode: 4 }));
  const headers = { 'x-warning': uppercase.map((name) => `4:${name}:field name must be lowercase`) };
  return { status: 200, json: { ...json, warnings }, headers, fieldsRead: asked };
}

function visible(
  platform: SimulatedPlatform,
  { type, values }: StoredProfile,
  names: readonly string[],
): Record<string, unknown> {
  const seen: Record<string, unknown> = {};
  for (const name of names) {
    const value = values[name];
    if (value !== undefined && platform.rights.maySee(type, name)) seen[name] = value;
  }
  return seen;
}

function defaultFields(platform: SimulatedPlatform, type: ProfileType): readonly string[] {
  const fields: readonly [string, Field][] = Object.entries(platform.profiles.fields[type]);
  return fields.filter(([, field]) => field.onRequest !== true).map(([name]) => name);
}

/** In REST answers every `rel` is `self`; titles tell them apart. */
function links(platform: SimulatedPlatform, { type, id }: StoredProfile): readonly object[] {
  return [{ rel: 'self', title: 'The current profile being viewed.', url: `${platform.url}/${type}/${id}` }];
}

function seenCollection({ platform, area, path }: OperationRequest) {
  const profile = seenProfile(platform, area as ProfileType, path['id'] ?? '');
  const collection = path['field'] ?? '';
  refuseHidden(platform, profile.type, [collection]);
  return { profile, collection };
}

function seenEntry(request: OperationRequest) {
  const { profile, collection } = seenCollection(request);
  const wanted = Number(request.path['entry']);
  const entry = request.platform.profiles.entries(profile, collection).find((each) => each.entry === wanted);
  if (entry === undefined) throw refusal(404, 'notFound', 'The entry does not exist', collection);
  return { profile, collection, entry };
}

function entryUrl({ platform, area, path }: OperationRequest, entry: number): string {
  return `${platform.url}/${area}/${path['id'] ?? ''}/fields/${path['field'] ?? ''}/${entry}`;
}

function childNames(collection: string, body: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(body).map((name) => `${collection}.${name}`);
}
