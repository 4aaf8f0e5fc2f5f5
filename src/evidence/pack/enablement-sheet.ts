import { type PlatformDocument, type PlatformField } from '../contract-types.ts';
import { accessNames, profileNames } from '../fields/field-list.ts';

/** What the sheet says of one customer. Null makes the blank template. */
export interface Enablement {
  readonly document: PlatformDocument | null;
  readonly fields: readonly PlatformField[];
  /** Addresses that the connector calls iCIMS from; empty when only the deployment knows. */
  readonly egress: readonly string[];
  readonly endpoint: string;
}

const BLANK = '____________';

/** The sheet that is exchanged with a customer. Holds user names and client ids, never a secret. */
export function enablementSheet({ document, fields, egress, endpoint }: Enablement): string {
  const origin = endpoint.replace(/\/icims\/v1\/events$/, '');
  return `# Enablement sheet${document === null ? ' (template)' : `: ${document.name}`}

## Who and where

| | |
|---|---|
| Customer ID in iCIMS | ${document?.customerId ?? BLANK} |
| Environment | ${document?.environment ?? 'sandbox / production'} |
| iCIMS API host (region) | ${document?.icims.apiBaseUrl ?? BLANK} |
| Endpoint for events | \`POST ${endpoint}\` |
| Token endpoint for iCIMS (OAuth 2.0 only) | \`POST ${origin}/oauth/token\` |
| Egress addresses of the connector | ${egress.length === 0 ? `${BLANK} (of the deployment: ask the operator)` : egress.join(', ')} |
| TLS | 1.2 or newer, certificate of a public CA |

## Credentials to exchange

Secrets travel on a separate, safe way and stand in no document.

| direction | method | user name or client id | secret |
|---|---|---|---|
${credentialRows(document)}

Accepted from iCIMS: Basic, iCIMS HMAC (SHA-256), OAuth 2.0 client credentials. Used towards iCIMS: OAuth 2.0, HMAC or Basic.

## Packages

Field on the job: \`${document?.packages.field ?? BLANK}\`. The customer adds these to the list and puts one on each job.

| package ID | list label | list node id | visa category |
|---|---|---|---|
${packageRows(document)}

## Triggers

| event | workflow status ids | what the connector does |
|---|---|---|
${triggerRows(document)}

## Optional features

- Withdraw the case when the offer is rescinded (a trigger with \`withdraw-case\`).
- Read the hire again when something changed (a trigger with \`update-case\`).
- Announce on the workflow that the request was received (\`sent\`), before the case exists.
- Several credentials at once while a secret is being changed.

## In iCIMS, step by step

1. Create an API user for the integration with a login group that has the rights below, and nothing more.
2. Add the packages above to the list behind the package field, and put that field on the job template.
3. Event Notifications: new subscription, event "Workflow Status Update", URL \`${endpoint}\`, the credential above.
4. Limit the subscription to the trigger statuses, for recruiting workflows.
5. Allow the egress addresses, if the platform restricts API access by address.
6. Run the connection test of the connector: it names every field that the API user cannot see.
7. Move a test candidate to the trigger status, and look at the entry on the workflow.

## Least rights of the API user

| profile type | field | right |
|---|---|---|
${rightRows(fields)}
`;
}

function credentialRows(document: PlatformDocument | null): string {
  if (document === null)
    return [
      `| iCIMS to connector | Basic / HMAC / OAuth 2.0 | ${BLANK} | exchanged separately |`,
      `| connector to iCIMS | OAuth 2.0 / HMAC / Basic | ${BLANK} | exchanged separately |`,
    ].join('\n');
  const { inbound, icims } = document;
  const accepted = Object.entries(inbound).flatMap(([method, given]) =>
    [given]
      .flat()
      .map((one) => `| iCIMS to connector | ${methods[method] ?? method} | ${userOf(one)} | exchanged separately |`),
  );
  const api = `| connector to iCIMS | ${methods[icims.auth.type] ?? ''} | ${userOf(icims.auth)} | exchanged separately |`;
  return [...accepted, api].join('\n');
}

const methods: Readonly<Record<string, string>> = { basic: 'Basic', hmac: 'iCIMS HMAC', oauth2: 'OAuth 2.0' };

function userOf(credential: object): string {
  const { username, user, clientId } = credential as { username?: string; user?: string; clientId?: string };
  return username ?? user ?? clientId ?? '';
}

function packageRows(document: PlatformDocument | null): string {
  if (document === null) return `| ${BLANK} | ${BLANK} | ${BLANK} | ${BLANK} |`;
  return document.packages.items
    .map(({ packageId, label, nodeId, visaCategory }) => `| ${packageId} | ${label} | ${nodeId} | ${visaCategory} |`)
    .join('\n');
}

function triggerRows(document: PlatformDocument | null): string {
  if (document === null) return `| WorkFlowStatusChangeEvent | ${BLANK} | open-case |`;
  return document.triggers
    .map(({ eventType, newStatus, action }) => `| ${eventType} | ${newStatus.join(', ')} | ${action} |`)
    .join('\n');
}

function rightRows(fields: readonly PlatformField[]): string {
  if (fields.length === 0) return `| ${BLANK} | ${BLANK} | ${BLANK} |`;
  return fields
    .map(({ profile, field, access }) => `| ${profileNames[profile]} | \`${field}\` | ${accessNames[access]} |`)
    .join('\n');
}
