import { type Finding } from './finding.ts';
import { type Message } from './notice.ts';

interface About {
  readonly customerId: string | null;
  readonly at: Date;
  readonly publicUrl: string;
}

/** The message that an alert was raised. */
export function toRaisedMessage(finding: Finding, about: About): Message {
  return {
    ...alertPart('alert.raised', finding, about),
    title: `${placeOf(about)}: ${finding.cause}`,
    lines: [finding.sentence, `Since ${inUtc(finding.since)}.`, finding.action],
  };
}

/** The message that what an alert told of is over. */
export function toResolvedMessage(finding: Finding, about: About): Message {
  return {
    ...alertPart('alert.resolved', finding, about),
    title: `${placeOf(about)}: ${finding.cause} is over`,
    lines: [`It had been so since ${inUtc(finding.since)}.`, 'Nothing needs doing.'],
  };
}

/** The message of the test button. */
export function toTestMessage(about: About): Message {
  return {
    kind: 'test',
    at: about.at.toISOString(),
    customerId: about.customerId,
    title: `${placeOf(about)}: a test`,
    lines: ['Somebody asked for this test on the page of the alerts. Alerts of this platform will come this way.'],
    link: `${about.publicUrl}/console/alerts`,
  };
}

/** How a message calls what it is about. */
export function placeOf({ customerId }: Pick<About, 'customerId'>): string {
  return customerId === null ? 'Immigration connector' : `Immigration connector, platform ${customerId}`;
}

function alertPart(kind: Message['kind'], { cause, since, path }: Finding, { customerId, at, publicUrl }: About) {
  const link = `${publicUrl}/console${path}`;
  return { kind, at: at.toISOString(), customerId, cause, since: since.toISOString(), link };
}

function inUtc(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
