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
export function enablementSheet(of: Enablement): string {
  const { document, fields, endpoint } = of;
  const parts = [
    `# Enablement sheet${document === null ? ' (template)' : `: ${document.name}`}`,
    section('Who and where', table(['', ''], whereRows(of))),
    section('Credentials to exchange', CREDENTIALS, table(CREDENTIAL_HEAD, credentialRows(document))),
    section('Packages', packagesIntro(document), table(PACKAGE_HEAD, packageRows(document))),
    section('Triggers', table(TRIGGER_HEAD, triggerRows(document))),
    section('Optional features', OPTIONAL),
    section('In iCIMS, step by step', steps(endpoint)),
    section('Least rights of the API user', table(['profile type', 'field', 'right'], rightRows(fields))),
  ];
  return `${parts.join('\n\n')}\n`;
}

const CREDENTIAL_HEAD = ['direction', 'method', 'user or client id', 'secret'];
const PACKAGE_HEAD = ['package ID', 'list label', 'list node id', 'visa category'];
const TRIGGER_HEAD = ['event', 'workflow status ids', 'what the connector does'];

const CREDENTIALS = `Secrets travel on a separate, safe way and stand in no document. Accepted from iCIMS: Basic, iCIMS HMAC (SHA-256), OAuth 2.0
client credentials. Used towards iCIMS: OAuth 2.0, HMAC or Basic.`;

const OPTIONAL = `- Withdraw the case when the offer is rescinded (a trigger with \`withdraw-case\`).
- Read the hire again when something changed (a trigger with \`update-case\`).
- Announce on the workflow that the request was received (\`sent\`), before the case exists.
- Several credentials at once while a secret is being changed.`;

function steps(endpoint: string): string {
  return `1. Create an API user for the integration with a login group that has the rights below, and nothing more.
2. Add the packages above to the list behind the package field, and put that field on the job template.
3. Event Notifications: new subscription, event "Workflow Status Update", URL \`${endpoint}\`, the credential above.
4. Limit the subscription to the trigger statuses, for recruiting workflows.
5. Allow the egress addresses, if the platform restricts API access by address.
6. Run the connection test of the connector: it names every field that the API user cannot see.
7. Move a test candidate to the trigger status, and look at the entry on the workflow.`;
}

function section(title: string, ...parts: readonly string[]): string {
  return [`## ${title}`, ...parts].join('\n\n');
}

type Row = readonly string[];

function table(head: Row, rows: readonly Row[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function whereRows({ document, egress, endpoint }: Enablement): readonly Row[] {
  const origin = endpoint.replace(/\/icims\/v1\/events$/, '');
  const from = egress.length === 0 ? `${BLANK} (of the deployment: ask the operator)` : egress.join(', ');
  return [
    ['Customer ID in iCIMS', document?.customerId ?? BLANK],
    ['Environment', document?.environment ?? 'sandbox / production'],
    ['iCIMS API host (region)', document?.icims.apiBaseUrl ?? BLANK],
    ['Endpoint for events', `\`POST ${endpoint}\``],
    ['Token endpoint for iCIMS (OAuth 2.0 only)', `\`POST ${origin}/oauth/token\``],
    ['Egress addresses of the connector', from],
    ['TLS', '1.2 or newer, certificate of a public CA'],
  ];
}

function credentialRows(document: PlatformDocument | null): readonly Row[] {
  const later = 'exchanged separately';
  if (document === null)
    return [
      ['iCIMS to connector', 'Basic / HMAC / OAuth 2.0', BLANK, later],
      ['connector to iCIMS', 'OAuth 2.0 / HMAC / Basic', BLANK, later],
    ];
  const { inbound, icims } = document;
  const accepted = Object.entries(inbound).flatMap(([method, given]) =>
    [given].flat().map((one) => ['iCIMS to connector', methods[method] ?? method, userOf(one), later]),
  );
  return [...accepted, ['connector to iCIMS', methods[icims.auth.type] ?? '', userOf(icims.auth), later]];
}

const methods: Readonly<Record<string, string>> = { basic: 'Basic', hmac: 'iCIMS HMAC', oauth2: 'OAuth 2.0' };

function userOf(credential: object): string {
  const { username, user, clientId } = credential as { username?: string; user?: string; clientId?: string };
  return username ?? user ?? clientId ?? '';
}

function packagesIntro(document: PlatformDocument | null): string {
  const field = document?.packages.field ?? BLANK;
  return `Field on the job: \`${field}\`. The customer adds these to the list and puts one on each job.`;
}

function packageRows(document: PlatformDocument | null): readonly Row[] {
  if (document === null) return [[BLANK, BLANK, BLANK, BLANK]];
  return document.packages.items.map(({ packageId, label, nodeId, visaCategory }) => [
    packageId,
    label,
    nodeId,
    visaCategory,
  ]);
}

function triggerRows(document: PlatformDocument | null): readonly Row[] {
  if (document === null) return [['WorkFlowStatusChangeEvent', BLANK, 'open-case']];
  return document.triggers.map(({ eventType, newStatus, action }) => [eventType, newStatus.join(', '), action]);
}

function rightRows(fields: readonly PlatformField[]): readonly Row[] {
  if (fields.length === 0) return [[BLANK, BLANK, BLANK]];
  return fields.map(({ profile, field, access }) => [profileNames[profile], `\`${field}\``, accessNames[access]]);
}
