import { countInbound } from './platform-secrets.ts';
import { isCategoryEnabled, type PlatformDocument } from './platform.ts';

/** What is known of a platform besides its document. */
export interface SetupFacts {
  /** Whether the present text of the privacy policy was accepted for it. */
  readonly policyAccepted: boolean;
  readonly connectionTest: 'passed' | 'failed' | 'never';
}

/** Something without which a platform cannot be enabled, and the step of the set-up path that mends it. */
export interface MissingPart {
  readonly step: 'policy' | 'connect' | 'inbound' | 'triggers' | 'packages' | 'enable';
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly sentence: string;
}

/** Everything that keeps the platform from being enabled, in the order of the set-up path; empty when nothing does. */
export function missingForEnabling(
  document: PlatformDocument,
  { policyAccepted }: Pick<SetupFacts, 'policyAccepted'>,
): MissingPart[] {
  const policy: MissingPart[] = policyAccepted
    ? []
    : [
        {
          step: 'policy',
          pointer: '/enabled',
          sentence: 'The privacy policy has not been accepted for this platform.',
        },
      ];
  return [...policy, ...missingCredential(document), ...missingWork(document)];
}

const labelOf: Readonly<Record<string, string>> = {
  clientId: 'client ID',
  clientSecret: 'client secret',
  user: 'user',
  key: 'key',
  username: 'user name',
  password: 'password',
};

function missingCredential({ icims }: PlatformDocument): MissingPart[] {
  return Object.entries(icims.auth).flatMap(([name, value]): MissingPart[] => {
    const label = labelOf[name];
    if (label === undefined || value !== '') return [];
    return [
      { step: 'connect', pointer: `/icims/auth/${name}`, sentence: `The ${label} of the iCIMS API user is missing.` },
    ];
  });
}

function missingWork(document: PlatformDocument): MissingPart[] {
  const { items } = document.packages;
  const wanted: readonly (MissingPart & { readonly there: boolean })[] = [
    {
      there: countInbound(document) > 0,
      ...{ step: 'inbound', pointer: '/inbound' },
      sentence: 'There is no credential that iCIMS can send events with: it must hold at least one.',
    },
    {
      there: document.triggers.some(({ action }) => action === 'open-case'),
      ...{ step: 'triggers', pointer: '/triggers' },
      sentence: 'No status of iCIMS opens a case yet.',
    },
    {
      there: items.length > 0,
      ...{ step: 'packages', pointer: '/packages/items' },
      sentence: 'No package stands for a visa category yet.',
    },
    {
      there: items.length === 0 || items.some(({ visaCategory }) => isCategoryEnabled(document, visaCategory)),
      ...{ step: 'enable', pointer: '/enabledCategories' },
      sentence: 'No visa category of the packages is enabled.',
    },
  ];
  return wanted.flatMap(({ there, ...part }) => (there ? [] : [part]));
}
