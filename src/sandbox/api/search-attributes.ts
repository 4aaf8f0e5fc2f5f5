import { type ProfileType, type Values } from '../platform/field.ts';
import { type StoredProfile } from '../platform/profiles.ts';

/** What a search filter compares. */
export type AttributeKind = 'id' | 'text' | 'date' | 'node';

export interface Attribute {
  readonly kind: AttributeKind;
  /** null when the profile holds nothing there. */
  readonly read: (profile: StoredProfile) => string | number | null;
}

const text = (name: string): Attribute => ({ kind: 'text', read: ({ values }) => asText(values[name]) });
const node = (name: string): Attribute => ({
  kind: 'node',
  read: ({ values }) => asText((values[name] as Values | undefined)?.['id']),
});
const linked = (name: string): Attribute => ({
  kind: 'id',
  read: ({ values }) => asNumber((values[name] as Values | undefined)?.['id']),
});
const day = (name: string): Attribute => ({ kind: 'date', read: ({ values }) => dayMs(values[name]) });
const id: Attribute = { kind: 'id', read: (profile) => profile.id };
const updated: Attribute = { kind: 'date', read: (profile) => profile.updatedAt.getTime() };

/** Attributes that searches may name (iCIMS "Search API", the published ones). */
const attributes: Readonly<Record<string, Readonly<Record<string, Attribute>>>> = {
  people: {
    'person.id': id,
    'person.email': text('email'),
    'person.firstname': text('firstname'),
    'person.lastname': text('lastname'),
    'person.externalid': text('externalid'),
    'person.folder': node('folder'),
    'person.updateddate': updated,
    'person.startdate': day('startdate'),
    'person.hiredate': day('hiredate'),
    'person.enddate': day('enddate'),
    'person.employeeinfo.startdate': day('startdate'),
    'person.employeeinfo.hiredate': day('hiredate'),
    'person.employeeinfo.enddate': day('enddate'),
  },
  jobs: { 'job.id': id, 'job.folder': node('folder'), 'job.updateddate': updated },
  companies: { 'company.id': id, 'company.updateddate': updated },
  applicantworkflows: {
    'applicantworkflow.id': id,
    'applicantworkflow.status': node('status'),
    'applicantworkflow.updateddate': updated,
    'applicantworkflow.person.id': linked('associatedprofile'),
    'applicantworkflow.job.id': linked('baseprofile'),
  },
};

/** The attribute of this name, or null: an unknown one rejects the whole query. */
export function searchAttribute(type: string, name: string): Attribute | null {
  const known = attributes[type]?.[name];
  if (known !== undefined) return known;
  const custom = /^(?:person|job)\.customfield(\d+)\.text$/.exec(name)?.[1];
  return custom === undefined ? null : text(`field${custom}`);
}

/** The profiles that a search of this type looks through; null when this platform has none of them. */
export function searchedProfiles(type: string): ProfileType | null {
  return type in attributes ? (type as ProfileType) : null;
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function dayMs(value: unknown): number | null {
  return typeof value === 'string' ? Date.parse(`${value}T00:00:00Z`) : null;
}
