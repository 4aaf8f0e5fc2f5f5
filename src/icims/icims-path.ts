import { Failure } from '../runtime/failure.ts';
import { type CollectionRef, type ProfileRef, type ProfileType } from './icims.ts';

/** Where a call goes below `/customers/{customerId}/`, and what it is about in an operator's words. */
export interface IcimsPath {
  readonly path: string;
  readonly target: string;
}

const ID = /^[0-9]{1,18}$/;
const FIELD = /^[a-z0-9_]{1,64}$/;
const LIST = /^(?!\.+$)[A-Za-z0-9._-]{1,100}$/;

/** The most that iCIMS gives in one answer. */
export const NODES_OF_A_PAGE = 1000;

/** Type names of the Schema API, which are singular and partly others ("Schema API"). */
const SCHEMA_NAMES = {
  people: 'person',
  jobs: 'job',
  companies: 'company',
  applicantworkflows: 'submittal',
  onboardworkflows: 'onboardworkflow',
} satisfies Record<ProfileType, string>;

/** The path of a profile with the fields asked for, in one order so that equal calls have equal URLs. */
export function profilePath(ref: ProfileRef, fields: readonly string[]): IcimsPath {
  const target = `${typeIn(ref.profile)}/${matching(ID, ref.id, 'a profile id')}`;
  const named = [...new Set(fields)].map((field) => matching(FIELD, field, 'a field id')).sort();
  return { path: named.length === 0 ? target : `${target}?fields=${named.join(',')}`, target };
}

export function collectionPath(ref: CollectionRef): IcimsPath {
  const profile = profilePath(ref, []);
  const path = `${profile.path}/fields/${matching(FIELD, ref.collection, 'a collection id')}`;
  return { path, target: path };
}

export function entryPath(ref: CollectionRef, entry: string): IcimsPath {
  const path = `${collectionPath(ref).path}/${matching(ID, entry, 'an entry number')}`;
  return { path, target: path };
}

export function schemaPath(profile: ProfileType): IcimsPath {
  return { path: `profiledefinitions/v1/${SCHEMA_NAMES[typeIn(profile)]}/schema`, target: `${profile} schema` };
}

/** One page of a list, or of the children of a node ("List API"). */
export function listPath(list: string, page: number): IcimsPath {
  const id = matching(LIST, list, 'a list id');
  return { path: `v2/lists/${id}?size=${NODES_OF_A_PAGE}&page=${page}`, target: id };
}

function typeIn(profile: ProfileType): ProfileType {
  if (Object.hasOwn(SCHEMA_NAMES, profile)) return profile;
  throw notCalled('a profile type');
}

function matching(pattern: RegExp, text: string, what: string): string {
  if (pattern.test(text)) return text;
  throw notCalled(what);
}

function notCalled(what: string): Failure {
  return new Failure('rejected', 'ICIMS_REFUSED', `iCIMS was not called: ${what} is not of the form that iCIMS has.`);
}
