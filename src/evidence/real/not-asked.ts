import { type PlatformDocument } from '../contract-types.ts';
import { type RequirementId } from '../requirements.ts';
import { statusesOf } from './statuses-of.ts';
import { type GuidedId } from './taken-case.ts';

const SIMULATED = 'the pack of the simulated platforms shows it';

/** The requirements that a run on this one platform cannot or need not show, and why. */
export function notAsked(document: PlatformDocument): ReadonlyMap<RequirementId, string> {
  const optional = Object.entries(optionalCases(document)).map(
    ([id, why]) => [requirementOf[id as keyof typeof requirementOf], why] as const,
  );
  return new Map<RequirementId, string>([
    ['icims-unavailable', `nobody can make iCIMS unavailable on request; ${SIMULATED}`],
    ['repeatable', `one platform is run here; ${SIMULATED} for two side by side`],
    ...optional,
  ]);
}

const requirementOf = {
  'more-title-change': 'title-change',
  'more-rescinded-offer': 'rescinded-offer',
  'more-unknown-package': 'unknown-package',
  'more-several-citizenships': 'several-citizenships',
  'more-later-progress': 'later-progress',
} as const satisfies Partial<Record<GuidedId, RequirementId>>;

/** Use cases that this platform is not configured for, and why. */
export function optionalCases(document: PlatformDocument): Partial<Record<keyof typeof requirementOf, string>> {
  const { packages, mapping, writeBack } = document;
  const noTrigger = (action: 'update-case' | 'withdraw-case'): string =>
    `the platform has no trigger for ${action}, which is an optional feature`;
  const citizenships = mapping.some(({ to }) => to === 'person.citizenships');
  return {
    ...(statusesOf(document, 'update-case').length > 0 ? {} : { 'more-title-change': noTrigger('update-case') }),
    ...(statusesOf(document, 'withdraw-case').length > 0 ? {} : { 'more-rescinded-offer': noTrigger('withdraw-case') }),
    ...(packages.default === null ? {} : { 'more-unknown-package': 'the platform has a package for every job' }),
    ...(citizenships ? {} : { 'more-several-citizenships': 'the platform does not map citizenships' }),
    ...(writeBack === null ? { 'more-later-progress': 'the platform has no write-back' } : {}),
  };
}
