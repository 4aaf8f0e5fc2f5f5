/**
 * What a status says: `done`, the case `exists` already, it is `gone`, we have `no-access`, try `later`, `refused` for
 * good, or `unusable` (a success that the contract does not know).
 */
export type Meaning = 'done' | 'exists' | 'gone' | 'no-access' | 'later' | 'refused' | 'unusable';

const byStatus: Readonly<Record<number, Meaning>> = {
  200: 'done',
  201: 'done',
  204: 'done',
  401: 'no-access',
  403: 'no-access',
  408: 'later',
  409: 'exists',
  410: 'gone',
  425: 'later',
  429: 'later',
};

/** The meaning of a status in openapi/cases-webhook.yaml. A redirect is a refusal: it is never followed. */
export function toMeaning(status: number): Meaning {
  return byStatus[status] ?? (status >= 500 ? 'later' : status >= 300 ? 'refused' : 'unusable');
}
