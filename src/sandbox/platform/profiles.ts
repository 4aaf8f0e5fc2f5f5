import { isSame, withoutEmpty, type Entry } from './entry.ts';
import { type Field, type Fields, type ProfileType, type Values, profileTypes } from './field.ts';
import { type Lists } from './lists.ts';
import { refusal } from './refusal.ts';
import { toStored, type References } from './to-stored.ts';

interface BinaryFile {
  readonly contentType: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** A profile as the platform keeps it. */
export interface StoredProfile {
  readonly type: ProfileType;
  readonly id: number;
  readonly values: Record<string, unknown>;
  readonly files: Map<string, BinaryFile>;
  updatedAt: Date;
}

interface Definitions {
  readonly url: string;
  readonly fields: Readonly<Record<ProfileType, Fields>>;
  readonly lists: Lists;
  readonly now: () => Date;
}

/** The profiles and workflows of one platform, with the rules that iCIMS applies when they are changed. */
export class Profiles {
  readonly fields: Readonly<Record<ProfileType, Fields>>;
  /** Fields that this platform requires to be filled, by profile type. */
  readonly required: Record<ProfileType, Set<string>>;
  readonly #profiles: Record<ProfileType, Map<number, StoredProfile>>;
  readonly #definitions: Definitions;
  readonly #references: References;
  #lastEntry = 70;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
    this.fields = definitions.fields;
    this.required = byType(() => new Set<string>());
    this.#profiles = byType(() => new Map<number, StoredProfile>());
    this.#references = { lists: definitions.lists, linkTo: (field, id) => this.#linkTo(field, id) };
  }

  find(type: ProfileType, id: number | string): StoredProfile | null {
    return this.#profiles[type].get(Number(id)) ?? null;
  }

  all(type: ProfileType): Iterable<StoredProfile> {
    return this.#profiles[type].values();
  }

  /** Puts a profile as it is, without rules: for seeds. Entries of collections get their numbers. */
  put(type: ProfileType, id: number, values: Values): StoredProfile {
    const profile: StoredProfile = { type, id, values: {}, files: new Map(), updatedAt: this.#definitions.now() };
    this.#profiles[type].set(id, profile);
    this.overwrite(profile, values);
    return profile;
  }

  /** Sets values as they are, without rules: for seeds and tests. null and undefined delete. */
  overwrite(profile: StoredProfile, values: Values): void {
    for (const [name, value] of Object.entries(values)) {
      const stored = Array.isArray(value) && this.#isGroup(profile.type, name) ? this.#numbered(value) : value;
      assign(profile, name, stored);
    }
    profile.updatedAt = this.#definitions.now();
  }

  /** PATCH of a profile. Throws a refusal: unknown field, unusable value, or another required field that is empty. */
  change(profile: StoredProfile, changes: Values): void {
    const stored = Object.entries(changes).map(([name, value]) => [name, this.#changed(profile, name, value)] as const);
    this.#requireOthers(profile, new Set(Object.keys(changes)));
    for (const [name, value] of stored) assign(profile, name, value);
    profile.updatedAt = this.#definitions.now();
  }

  /** Adds an entry and answers its number, or null when an identical one exists: iCIMS then drops the new one. */
  addEntry(profile: StoredProfile, collection: string, values: Values): number | null {
    this.#requireOthers(profile, new Set([collection]));
    const entries = this.entries(profile, collection);
    const added: Entry = { entry: this.#nextEntry(), ...this.#entryValues(profile.type, collection, values) };
    if (entries.some((each) => isSame(each, added))) return null;
    assign(profile, collection, [...entries, added]);
    profile.updatedAt = this.#definitions.now();
    return added.entry;
  }

  /** Changes an entry, unless that would make it identical with another one. */
  changeEntry(profile: StoredProfile, collection: string, entry: Entry, values: Values): void {
    this.#requireOthers(profile, new Set([collection]));
    const entries = this.entries(profile, collection);
    const changed: Entry = { ...entry, ...this.#entryValues(profile.type, collection, values) };
    if (entries.some((each) => each !== entry && isSame(each, changed))) return;
    const kept = entries.map((each) => (each === entry ? withoutEmpty(changed) : each));
    assign(profile, collection, kept);
    profile.updatedAt = this.#definitions.now();
  }

  deleteEntry(profile: StoredProfile, collection: string, entry: Entry): void {
    const rest = this.entries(profile, collection).filter((each) => each !== entry);
    assign(profile, collection, rest.length === 0 ? null : rest);
  }

  entries(profile: StoredProfile, collection: string): readonly Entry[] {
    if (!this.#isGroup(profile.type, collection)) throw refusal(400, 'unusable', 'not a collection field', collection);
    return (profile.values[collection] ?? []) as readonly Entry[];
  }

  #changed(profile: StoredProfile, name: string, value: unknown): unknown {
    const field = this.fields[profile.type][name];
    if (field === undefined) throw refusal(400, 'unusable', 'field is not known on this profile', name);
    if (value === null || value === '') return null;
    if (field.type !== 'group') return toStored(value, field, name, this.#references);
    if (!Array.isArray(value)) throw refusal(400, 'unusable', `${field.label} wants a list of entries`, name);
    return this.#merged(profile, name, value as Values[]);
  }

  /** PATCH of a whole collection: entries with a number are changed, those without are added. */
  #merged(profile: StoredProfile, collection: string, changes: readonly Values[]): readonly Entry[] {
    let entries = this.entries(profile, collection);
    for (const { entry, ...values } of changes) {
      const parsed = this.#entryValues(profile.type, collection, values);
      const known = entries.find((each) => each.entry === Number(entry));
      const next: Entry = known === undefined ? { entry: this.#nextEntry(), ...parsed } : { ...known, ...parsed };
      if (entries.some((each) => each !== known && isSame(each, next))) continue;
      entries = known === undefined ? [...entries, next] : entries.map((each) => (each === known ? next : each));
    }
    return entries.map(withoutEmpty);
  }

  #entryValues(type: ProfileType, collection: string, values: Values): Record<string, unknown> {
    const children = this.fields[type][collection]?.children ?? {};
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const child = children[name];
        if (child === undefined) throw refusal(400, 'unusable', 'field is not known in this collection', name);
        return [name, value === null || value === '' ? null : toStored(value, child, name, this.#references)];
      }),
    );
  }

  #requireOthers(profile: StoredProfile, sent: ReadonlySet<string>): void {
    const empty = [...this.required[profile.type]].find(
      (name) => !sent.has(name) && profile.values[name] === undefined,
    );
    if (empty === undefined) return;
    const label = this.fields[profile.type][empty]?.label ?? empty;
    throw refusal(400, 'fieldRequired', `${label} is a required field`, empty);
  }

  #isGroup(type: ProfileType, name: string): boolean {
    return this.fields[type][name]?.type === 'group';
  }

  #numbered(entries: readonly unknown[]): readonly Entry[] {
    return entries.map((each) => ({ entry: this.#nextEntry(), ...(each as Values) }));
  }

  #nextEntry(): number {
    this.#lastEntry += 1;
    return this.#lastEntry;
  }

  #linkTo(field: Field, id: number): unknown {
    const profile = field.profile === undefined ? null : this.find(field.profile, id);
    return profile === null ? null : this.link(profile);
  }

  /** What a link to this profile looks like in another one. */
  link(profile: StoredProfile): { id: number; value: string; profile: string } {
    const url = `${this.#definitions.url}/${profile.type}/${profile.id}`;
    return { id: profile.id, value: nameOf(profile), profile: url };
  }
}

/** What people call a profile. */
export function nameOf({ values, id }: StoredProfile): string {
  const words = [values['firstname'], values['lastname'], values['jobtitle'], values['name']];
  const name = words.filter((each) => typeof each === 'string').join(' ');
  return name === '' ? String(id) : name;
}

function byType<T>(make: () => T): Record<ProfileType, T> {
  return Object.fromEntries(profileTypes.map((type) => [type, make()])) as Record<ProfileType, T>;
}

function assign(profile: StoredProfile, name: string, value: unknown): void {
  if (value === null || value === undefined) Reflect.deleteProperty(profile.values, name);
  else profile.values[name] = value;
}
