import { type operations, type components } from '../contract/generated/admin.ts';

export type Right = components['schemas']['Right'];
export type Role = components['schemas']['Role'];

const READ = ['platforms.read', 'events.read', 'hires.read', 'cases.read'] as const;
const MEND = ['connection.test', 'hires.retry'] as const;

/** Who may do what on a platform that they have this role on. This file is the only place that says so. */
export const rightsOfRole = {
  admin: [...READ, ...MEND, 'platforms.write', 'audit.read', 'people.manage', 'keys.manage', 'people.erase'],
  hr: [...READ, 'hires.retry', 'documents.write', 'reveal.identity', 'reveal.pay'],
  mobility: [...READ, ...MEND, 'cases.write', 'documents.write', 'reveal.identity'],
  legal: [...READ, 'cases.write', 'documents.write', 'reveal.identity', 'reveal.pay'],
  finance: ['hires.read', 'cases.read', 'reveal.pay'],
  auditor: [...READ, 'audit.read'],
} as const satisfies Record<Role, readonly Right[]>;

/** The partner operator has every right on every platform. */
const operatorRights: readonly Right[] = [
  ...new Set<Right>(Object.values(rightsOfRole).flat()),
  'platforms.delete',
  'sign-on.manage',
];

/** The right that an operation asks for; `anybody` is open, `person` is any session. */
export const rightOfOperation = {
  getLiveness: 'anybody',
  getReadiness: 'anybody',
  getMetrics: 'anybody',
  signIn: 'anybody',
  beginSignOn: 'anybody',
  finishSignOn: 'anybody',
  readInvitation: 'anybody',
  acceptInvitation: 'anybody',
  getSession: 'person',
  signOut: 'person',
  changeOwnPassword: 'person',
  listOwnSessions: 'person',
  endOwnSession: 'person',
  endOtherSessions: 'person',
  listPlatforms: 'platforms.read',
  getPlatform: 'platforms.read',
  listPlatformFields: 'platforms.read',
  getHealth: 'platforms.read',
  getPlatformHealth: 'platforms.read',
  putPlatform: 'platforms.write',
  createPlatform: 'platforms.write',
  getPrivacyPolicy: 'platforms.read',
  getSetup: 'platforms.read',
  acceptPolicy: 'platforms.write',
  listInboundCredentials: 'platforms.read',
  addInboundCredential: 'platforms.write',
  revokeInboundCredential: 'platforms.write',
  listPlatformVersions: 'platforms.read',
  comparePlatformVersions: 'platforms.read',
  revertPlatform: 'platforms.write',
  previewPlatform: 'platforms.write',
  deletePlatform: 'platforms.delete',
  testConnection: 'connection.test',
  requestErasure: 'people.erase',
  getErasure: 'people.erase',
  listErasures: 'people.erase',
  previewErasure: 'people.erase',
  getConnectionTest: 'platforms.read',
  listIcimsStatuses: 'connection.test',
  listIcimsNodes: 'connection.test',
  listIcimsFields: 'connection.test',
  listCanonicalFields: 'platforms.read',
  suggestMapping: 'connection.test',
  previewMapping: 'connection.test',
  dryRun: 'connection.test',
  testCaseSystem: 'connection.test',
  listEvents: 'events.read',
  getEvent: 'events.read',
  listHires: 'hires.read',
  searchHires: 'hires.read',
  getHire: 'hires.read',
  retryHire: 'hires.retry',
  listMissedHires: 'hires.read',
  openMissedHire: 'hires.retry',
  listStuck: 'hires.read',
  listRetryRuns: 'hires.read',
  getRetryRun: 'hires.read',
  previewRetryRun: 'hires.retry',
  startRetryRun: 'hires.retry',
  cancelRetryRun: 'hires.retry',
  listAlerts: 'platforms.read',
  acknowledgeAlert: 'hires.retry',
  listNotices: 'platforms.read',
  getAlertSettings: 'platforms.read',
  putAlertSettings: 'platforms.write',
  testAlerts: 'platforms.write',
  // Which of the two reveals a field asks for depends on the field.
  revealField: 'hires.read',
  reportCaseState: 'cases.write',
  listCases: 'cases.read',
  getCaseBoard: 'cases.read',
  getCase: 'cases.read',
  putCaseDocument: 'documents.write',
  listAudit: 'audit.read',
  searchAudit: 'audit.read',
  exportAudit: 'audit.read',
  invite: 'people.manage',
  listPeople: 'people.manage',
  changePerson: 'people.manage',
  // Whoever says which domains a provider speaks for says whose accounts it opens: operators only.
  createSignOnConnection: 'sign-on.manage',
  putSignOnConnection: 'sign-on.manage',
  deleteSignOnConnection: 'sign-on.manage',
  listSignOnConnections: 'people.manage',
  replaceSignOnSecret: 'people.manage',
  testSignOnConnection: 'people.manage',
  listApiKeys: 'keys.manage',
  createApiKey: 'keys.manage',
  revokeApiKey: 'keys.manage',
} as const satisfies Record<keyof operations, Right | 'anybody' | 'person'>;

/** Rights on one platform, or on all of them (null). */
export interface Grant {
  readonly customerId: string | null;
  readonly rights: readonly Right[];
}

/** Whether one of the grants holds the right for this platform. A null platform asks for the right on all. */
export function may(grants: readonly Grant[], right: Right, customerId: string | null): boolean {
  return grants.some(
    (grant) => (grant.customerId === null || grant.customerId === customerId) && grant.rights.includes(right),
  );
}

/** The platforms on which the right is held; undefined stands for all of them. */
export function reachOf(grants: readonly Grant[], right: Right): readonly string[] | undefined {
  if (may(grants, right, null)) return undefined;
  return grants.flatMap(({ customerId, rights }) =>
    customerId !== null && rights.includes(right) ? [customerId] : [],
  );
}

/** The grants of a person: of an operator everything, else what the roles hold. */
export function grantsOf(person: {
  readonly operator: boolean;
  readonly roles: readonly { readonly customerId: string; readonly role: Role }[];
}): readonly Grant[] {
  if (person.operator) return everything;
  return person.roles.map(({ customerId, role }) => ({ customerId, rights: rightsOfRole[role] }));
}

/** What the operator's token and the command line hold. */
export const everything: readonly Grant[] = [{ customerId: null, rights: operatorRights }];
