import { type SimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { type Values } from '../../src/sandbox/platform/field.ts';
import { type CaseReceiver } from './case-receiver.ts';

/** Secrets of the processes; none may ever be seen in a log. */
export const SECRETS = {
  adminToken: 'canary-admin-token-0123456789-0123456789',
  masterKey: Buffer.alloc(32, 'canary-master-key').toString('base64'),
  databasePassword: 'canary-database-password',
} as const;

const PERSON = {
  firstname: 'Qanaryfirst',
  middlename: 'Qanarymiddle',
  lastname: 'Qanarylast',
  birthdate: '1971-03-09',
} as const;
const EMAIL_HOST = 'qanary.example.com';

/** Values of a person that would be known again anywhere. */
export function markedAsCanary(personId: number): Values {
  return { ...PERSON, email: `candidate.${personId}@${EMAIL_HOST}`, usssn: '900-55-0190' };
}

/** Canaries that are found in what was written: names them, not where they are. */
export function leaksIn(
  written: readonly string[],
  { icims, receiver }: { icims: SimulatedIcims; receiver: Pick<CaseReceiver, 'secret'> },
): string[] {
  const values = Object.entries({
    ...SECRETS,
    ...PERSON,
    email: EMAIL_HOST,
    ssn: '900-55-0190',
    ssnDigits: '900550190',
  });
  const secrets = icims.platforms.flatMap(({ customerId, credentials: { api, events } }) => {
    const pair = `${events.basic.username}:${events.basic.password}`;
    return Object.entries({
      apiSecret: api.oauth2.clientSecret,
      apiKey: api.hmac.key,
      apiPassword: api.basic.password,
      eventSecret: events.oauth2.clientSecret,
      eventKey: events.hmac.key,
      eventPassword: events.basic.password,
      eventPair: Buffer.from(pair).toString('base64'),
    }).map(([name, value]): [string, string] => [`${name} of ${customerId}`, value]);
  });
  const all: [string, string][] = [...values, ...secrets, ['webhook secret', receiver.secret.replace('whsec_', '')]];
  return all.filter(([, value]) => written.some((text) => text.includes(value))).map(([name]) => name);
}
