import { type ProfileType } from './field.ts';

/** What the API user may not see: `people` hides a profile type, `people.birthdate` one field. */
export class Rights {
  readonly #hidden = new Set<string>();

  hide(...names: readonly string[]): void {
    for (const name of names) this.#hidden.add(name);
  }

  show(...names: readonly string[]): void {
    for (const name of names) this.#hidden.delete(name);
  }

  set(names: readonly string[]): void {
    this.#hidden.clear();
    this.hide(...names);
  }

  list(): readonly string[] {
    return [...this.#hidden];
  }

  maySee(type: ProfileType, field?: string): boolean {
    if (this.#hidden.size === 0) return true;
    return !this.#hidden.has(type) && (field === undefined || !this.#hidden.has(`${type}.${field}`));
  }
}
