import { type components } from '../contract/generated/admin.ts';
import { maskSecrets } from '../platforms/platform-secrets.ts';
import { type Platform, type PlatformDocument } from '../platforms/platform.ts';
import { Failure } from '../runtime/failure.ts';
import { type OperatorParts } from './admin-parts.ts';

type Shown = components['schemas']['PlatformDocument'];

/** Throws `invalid` NOT_FOUND. */
export async function findPlatform(
  customerId: string,
  { platforms }: Pick<OperatorParts, 'platforms'>,
): Promise<Platform> {
  const platform = await platforms.getPlatform(customerId);
  if (platform === undefined) throw noPlatform();
  return platform;
}

export function noPlatform(): Failure {
  return new Failure('invalid', 'NOT_FOUND', 'There is no such platform.');
}

/** The document as it may leave: masked, and without the version, which is the connector's and not the document's. */
export function shown({ version: _version, ...document }: Platform): Shown {
  return maskSecrets(document) as Shown;
}

export function etag({ version }: Platform): Record<string, string> {
  return { ETag: `"${version}"` };
}

/** As documents are compared and exported. */
export function withoutVersion({ version: _version, ...document }: Platform): PlatformDocument {
  return document;
}
