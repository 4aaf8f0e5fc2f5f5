const PROCESS = 'https://developer.icims.com/icims-unifi/getting-started/Integration-Approval-Process';
const INTEGRATING = 'https://developer-community.icims.com/getting-started/integrating-icims';
const ERRORS = 'https://developer.icims.com/REST-API/Error-Handling-and-Reporting';
const USE = 'https://developer-community.icims.com/acceptable-use-policy';
const NEXT = 'asked next by reviewers';

interface Requirement {
  readonly id: string;
  readonly question: string;
  /** The page of iCIMS that asks. */
  readonly source: string;
  /** What of the pack answers: paths below a platform's folder, or below the pack with a leading slash. */
  readonly evidence: readonly string[];
}

/** Everything that the pack has to answer. One without evidence fails the command. */
export const requirements = [
  {
    id: 'endpoint-and-authentication',
    question: 'Which REST endpoint receives the events, and how does iCIMS authenticate?',
    source: INTEGRATING,
    evidence: ['enablement.md', '/enablement-template.md'],
  },
  {
    id: 'video',
    question: 'Is there a video of the integration from end to end?',
    source: PROCESS,
    evidence: ['use-case-1-end-to-end/video.mp4'],
  },
  {
    id: 'end-to-end',
    question: 'Use case 1: does a hire go from end to end without errors?',
    source: PROCESS,
    evidence: [
      'use-case-1-end-to-end/transcript.md',
      'use-case-1-end-to-end/success.png',
      'use-case-1-end-to-end/case.png',
      'use-case-1-end-to-end/write-back.png',
    ],
  },
  {
    id: 'later-progress',
    question: 'Does iCIMS learn how the case ends?',
    source: PROCESS,
    evidence: ['use-case-1-end-to-end/completed.png', 'use-case-1-end-to-end/transcript.md'],
  },
  {
    id: 'duplicate',
    question: 'Use case 2: is a duplicate request refused with 400 and a user-friendly message?',
    source: PROCESS,
    evidence: [
      'use-case-2-duplicate/duplicate.png',
      'use-case-2-duplicate/request.json',
      'use-case-2-duplicate/answer.json',
    ],
  },
  {
    id: 'missing-field',
    question: 'Use case 3: is a missing required field refused with 400 and a message that names it?',
    source: PROCESS,
    evidence: [
      'use-case-3-missing-field/refused.png',
      'use-case-3-missing-field/request.json',
      'use-case-3-missing-field/answer.json',
    ],
  },
  {
    id: 'missing-fields',
    question: 'Use case 3: are several missing fields all named at once?',
    source: PROCESS,
    evidence: [
      'use-case-3-missing-fields/refused.png',
      'use-case-3-missing-fields/request.json',
      'use-case-3-missing-fields/answer.json',
    ],
  },
  {
    id: 'placeholders',
    question: "Do messages name fields by placeholders that the platform replaces by the customer's own labels?",
    source: ERRORS,
    evidence: [
      'use-case-3-missing-field/refused-event-and-answer.png',
      'use-case-3-missing-fields/refused-event-and-answer.png',
    ],
  },
  {
    id: 'error-format',
    question: 'Do all errors follow the vendor error standard, without personal data?',
    source: ERRORS,
    evidence: ['use-case-2-duplicate/answer.json', 'more-icims-unavailable/answer.json'],
  },
  {
    id: 'fields',
    question: 'Which fields are read and written, by profile type and access?',
    source: PROCESS,
    evidence: ['fields.md', 'fields.csv'],
  },
  {
    id: 'real-time',
    question: 'Does the integration work in real time?',
    source: PROCESS,
    evidence: ['real-time.md'],
  },
  {
    id: 'call-limit',
    question: 'How many calls to iCIMS does a hire cost, of how many a day?',
    source: USE,
    evidence: ['real-time.md'],
  },
  {
    id: 'enablement',
    question: 'What does a customer need to enable it?',
    source: INTEGRATING,
    evidence: ['enablement.md', '/enablement-template.md'],
  },
  {
    id: 'repeatable',
    question: 'Is it scalable and repeatable, with little back-and-forth per customer?',
    source: INTEGRATING,
    evidence: ['/repeatability.md'],
  },
  {
    id: 'no-customer-values',
    question: 'Is nothing in the product made for one customer?',
    source: INTEGRATING,
    evidence: ['/repeatability.md'],
  },
  {
    id: 'no-secrets',
    question: 'Can the pack be sent to anybody: does it hold no secret?',
    source: NEXT,
    evidence: ['/SHA256SUMS'],
  },
  {
    id: 'wrong-credential',
    question: 'What happens with a wrong credential?',
    source: NEXT,
    evidence: ['more-wrong-credential/refused.png', 'more-wrong-credential/answer.json'],
  },
  {
    id: 'unknown-package',
    question: 'What happens with a package that nobody has told the connector about?',
    source: NEXT,
    evidence: ['more-unknown-package/refused.png', 'more-unknown-package/answer.json'],
  },
  {
    id: 'icims-unavailable',
    question: 'What happens while iCIMS cannot be read?',
    source: ERRORS,
    evidence: ['more-icims-unavailable/unavailable.png', 'more-icims-unavailable/answer.json'],
  },
  {
    id: 'rescinded-offer',
    question: 'What happens when the offer is rescinded?',
    source: NEXT,
    evidence: ['more-rescinded-offer/rescinded.png', 'more-rescinded-offer/transcript.md'],
  },
  {
    id: 'several-citizenships',
    question: 'Does a candidate with several citizenships reach the case with all of them?',
    source: NEXT,
    evidence: ['more-several-citizenships/transcript.md'],
  },
  {
    id: 'title-change',
    question: 'What happens when the job title changes in mid-process?',
    source: NEXT,
    evidence: ['more-title-change/title.json', 'more-title-change/transcript.md'],
  },
] as const satisfies readonly Requirement[];

export type RequirementId = (typeof requirements)[number]['id'];
