const RENEW_ACCESS =
  'An admin of the platform renews the credential or the rights of the API user in iCIMS, then in the platform document.';
const RENEW_CASE_SYSTEM = 'An admin of the platform checks the address and the secret of the case system.';
const MEND_AND_RETRY = 'An admin of the platform reads the reason in the console, mends it and retries the hires.';

/** Who must do what, by the code of the service; what is not listed is explained by the console's own page. */
const byCode: Readonly<Record<string, string>> = {
  ICIMS_ACCESS: RENEW_ACCESS,
  ICIMS_ALLOWANCE_USED:
    'Wait until midnight UTC, or ask iCIMS for a larger allowance and raise it in the platform document.',
  CASE_SYSTEM_ACCESS: RENEW_CASE_SYSTEM,
  ADDRESS_NOT_ALLOWED: 'An admin of the platform enters an address that lies on the public internet and uses https.',
};

export function actionFor(code: string): string {
  return byCode[code] ?? MEND_AND_RETRY;
}
