import { rescindedOffer, severalCitizenships, titleChange } from './changes.ts';
import { endToEnd } from './end-to-end.ts';
import { duplicate, icimsUnavailable, refused, wrongCredential } from './refusals.ts';
import { type Scene } from './scene.ts';
import { type CaseId } from './shown-case.ts';

interface UseCase {
  readonly title: string;
  readonly play: (scene: Scene) => Promise<void>;
}

/** Every use case: what it is called, and how it is played. */
export const catalogue: Readonly<Record<CaseId, UseCase>> = {
  'use-case-1-end-to-end': { title: 'End to end without errors', play: endToEnd },
  'use-case-2-duplicate': { title: 'Duplicate request', play: duplicate },
  'use-case-3-missing-field': { title: 'One required field is missing', play: refused('no-birth-date') },
  'use-case-3-missing-fields': { title: 'Several required fields are missing', play: refused('many-gaps') },
  'more-wrong-credential': { title: 'iCIMS sends a wrong credential', play: wrongCredential },
  'more-unknown-package': { title: 'The package on the job is unknown', play: refused('unknown-package') },
  'more-icims-unavailable': { title: 'iCIMS cannot be read just now', play: icimsUnavailable },
  'more-rescinded-offer': { title: 'The offer is rescinded', play: rescindedOffer },
  'more-several-citizenships': { title: 'A candidate with several citizenships', play: severalCitizenships },
  'more-title-change': { title: 'The job title changes in mid-process', play: titleChange },
};
