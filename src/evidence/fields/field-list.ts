import { type PlatformField } from '../contract-types.ts';

/** iCIMS' own words for the profile types, in the order of its fields list. */
export const profileNames = {
  people: 'Person',
  jobs: 'Job',
  companies: 'Location',
  applicantworkflows: 'Recruiting Workflow',
  onboardworkflows: 'Onboarding Workflow',
} as const satisfies Record<PlatformField['profile'], string>;

export const accessNames = { read: 'Read Only', 'read-write': 'Read/Write' } as const satisfies Record<
  PlatformField['access'],
  string
>;

/** Labels of a platform's fields, by `profile.field`. */
export type Labels = ReadonlyMap<string, string>;

/** The fields list that iCIMS asks for after approval, by profile type and access; `compared` says with what. */
export function toMarkdownList(
  fields: readonly PlatformField[],
  labels: Labels,
  title: string,
  compared: string,
): string {
  const rows = inOrder(fields).map(
    ({ profile, field, access, why }) =>
      `| ${profileNames[profile]} | \`${field}\` | ${labels.get(`${profile}.${field}`) ?? ''} | ${accessNames[access]} | ${why.join(', ')} |`,
  );
  return `# Fields read and written: ${title}

${compared}

| Profile | Field id | Label | Access | Used for |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** The same as CSV (RFC 4180). */
export function toCsvList(fields: readonly PlatformField[], labels: Labels): string {
  const rows = inOrder(fields).map(({ profile, field, access, why }) =>
    [profileNames[profile], field, labels.get(`${profile}.${field}`) ?? '', accessNames[access], why.join('; ')]
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(','),
  );
  return `${['Profile,Field id,Label,Access,Used for', ...rows].join('\r\n')}\r\n`;
}

function inOrder(fields: readonly PlatformField[]): readonly PlatformField[] {
  const order = Object.keys(profileNames);
  return [...fields].sort((one, other) => order.indexOf(one.profile) - order.indexOf(other.profile));
}
