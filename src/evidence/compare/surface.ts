import { type PlatformFacts } from '../facts.ts';
import { codeOf } from '../verdict/check-refusals.ts';
import { mask } from './mask.ts';

/** What a change of would need a revalidation, and what would not; by name, so that two packs can be laid side by side. */
export interface Surface {
  readonly fields: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly authentication: Readonly<Record<string, string>>;
  readonly packages: Readonly<Record<string, string>>;
  /** Needs no revalidation. */
  readonly versions: Readonly<Record<string, string>>;
}

/** What of a platform is compared. */
export interface Described extends Pick<PlatformFacts, 'customerId' | 'document' | 'derivedFields'> {
  readonly connection: Omit<PlatformFacts['connection'], 'gzip' | 'events'> & { readonly events: string | null };
  /** By use case. */
  readonly answers: readonly (readonly [string, string])[];
}

/** What two packs are laid side by side by. */
export function toSurface(platforms: readonly Described[], versions: Surface['versions']): Surface {
  const of = (pick: (platform: Described) => readonly (readonly [string, string])[]) =>
    Object.fromEntries(
      platforms.flatMap((platform) => pick(platform).map(([name, value]) => [`${platform.customerId} ${name}`, value])),
    );
  return {
    fields: of(({ derivedFields }) =>
      derivedFields.map(({ profile, field, access }) => [`${profile}.${field}`, access]),
    ),
    answers: of(({ answers }) => answers),
    authentication: of(({ connection: { events, accepted, api } }) => [
      ...(events === null ? [] : [['events', events] as const]),
      ['accepted', accepted.join(', ')],
      ['REST API', api],
    ]),
    packages: of(({ document: { packages } }) =>
      packages.items.map(({ packageId, nodeId, visaCategory }) => [
        packageId,
        `${packages.field} ${nodeId} ${visaCategory}`,
      ]),
    ),
    versions,
  };
}

/** The answers of a simulated run. Times and ids are masked: they differ in every run and mean nothing. */
export function answersOf({ cases }: Pick<PlatformFacts, 'cases'>): Described['answers'] {
  return Object.values(cases).map(({ id, moves }) => {
    const answers = moves.map(({ status, shown }) => {
      const message = shown.raw === null ? '' : ` ${codeOf(shown.debug)}: ${mask(shown.raw)}`;
      return `${status}${message}`;
    });
    return [id, answers.join(' | ')];
  });
}
