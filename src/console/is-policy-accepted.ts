import { type PolicyStore } from '../platforms/policy-store.ts';
import { privacyPolicy } from '../platforms/privacy-policy.ts';

/** Whether the present text was accepted for the platform. */
export async function isPolicyAccepted(customerId: string, policies: PolicyStore): Promise<boolean> {
  const acceptances = await policies.policyAcceptances(customerId);
  return acceptances.some(({ version }) => version === privacyPolicy.version);
}
