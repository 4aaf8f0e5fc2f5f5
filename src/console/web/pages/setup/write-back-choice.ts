import { type PlatformDocument } from './step-props.ts';

export type WriteBack = NonNullable<PlatformDocument['writeBack']>;

export const targets = [
  { value: 'applicantworkflows', label: 'the recruiting workflow' },
  { value: 'onboardworkflows', label: 'the onboarding workflow' },
  { value: 'people', label: 'the person' },
];

/** iCIMS' own place for results of vendors (data model "Recruiting Workflow", group `assessmentresults`). */
export const standardWriteBack: WriteBack = {
  target: 'applicantworkflows',
  collection: 'assessmentresults',
  fields: {
    name: 'assessmentname',
    status: 'assessmentstatus',
    date: 'assessmentdate',
    url: 'assessmenturl',
    notes: 'assessmentnotes',
  },
  statuses: { opened: '', completed: '', failed: '' },
};

export const fieldRoles = [
  { role: 'name', label: 'Field for the package', optional: false },
  { role: 'status', label: 'Field for the status', optional: false },
  { role: 'url', label: 'Field for the link to the case', optional: false },
  { role: 'date', label: 'Field for the date', optional: true },
  { role: 'notes', label: 'Field for the note', optional: true },
] as const;

export const statusRoles = [
  { role: 'sent', label: 'Status when the hire was accepted', optional: true },
  { role: 'opened', label: 'Status when the case is open', optional: false },
  { role: 'completed', label: 'Status when the case is completed', optional: false },
  { role: 'failed', label: 'Status when the case failed or was withdrawn', optional: false },
] as const;

/** The same with one of its parts set, or left out when it is empty. */
export function withPart<Part extends Readonly<Record<string, string | undefined>>>(
  parts: Part,
  role: keyof Part & string,
  value: string,
  optional: boolean,
): Part {
  const { [role]: _before, ...others } = parts;
  return { ...others, ...(value === '' && optional ? {} : { [role]: value }) } as unknown as Part;
}

export function lackingOfWriteBack({ statuses }: WriteBack): string {
  const open = statusRoles.find(({ role, optional }) => !optional && statuses[role] === '');
  return open === undefined ? '' : `Choose: ${open.label}.`;
}
