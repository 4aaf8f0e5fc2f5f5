import { type AdminClient } from './admin-client.ts';

/**
 * What a script does to bring a whole document: accepts the privacy policy in the name of the made-up employer, and puts it.
 * Throws Error for every answer that is not a success.
 */
export async function enablePlatform(admin: AdminClient, document: { readonly customerId: string }): Promise<void> {
  const path = `/api/v1/platforms/${document.customerId}`;
  const { version } = await admin.get<{ version: string }>('/api/v1/privacy-policy');
  await admin.post(`${path}/policy-acceptance`, { version, onBehalfOf: 'the made-up employer' });
  await admin.put(path, document);
}
