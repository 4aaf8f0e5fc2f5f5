import { type CredentialDirectory } from '../auth/credential-directory.ts';
import { readClient, type TokenRequest } from '../auth/read-client.ts';

/** The client that a token request names, if it is one that is configured: any other text may be a misplaced secret. */
export function claimedClient(request: TokenRequest, directory: CredentialDirectory): string | undefined {
  const ids = (readClient(request) ?? []).map(({ clientId }) => clientId);
  return ids.find((id) => directory.oauth2(id).known);
}
