import { compareFields } from '../fields/compare-fields.ts';
import { type Facts, type PlatformFacts } from '../facts.ts';
import { finding, type Finding } from './finding.ts';

/** What every platform's write-back has to hold, so that a recruiter finds the case and its state. */
const WRITE_BACK_PARTS = ['name', 'status', 'date', 'url', 'notes'] as const;

/** The list as configured is what iCIMS saw; every field exists and is visible; no part of the write-back is left out. */
export function checkFields({ derivedFields, observedFields, connectionTest }: PlatformFacts): Finding {
  const reads = derivedFields.filter(({ access }) => access === 'read').length;
  const differences = compareFields(derivedFields, observedFields);
  const hidden = connectionTest.checks.filter(({ ok }) => !ok).map(({ name, sentence }) => `${name}: ${sentence}`);
  const written = new Set(derivedFields.flatMap(({ why }) => why));
  const dropped = WRITE_BACK_PARTS.filter((part) => !written.has(`write-back ${part}`));
  return {
    answer: `${reads} fields Read Only, ${derivedFields.length - reads} Read/Write; the platform's log shows the same`,
    problems: [
      ...differences.map((each) => `fields: ${each}`),
      ...hidden.map((each) => `fields: ${each}`),
      ...dropped.map((part) => `fields: the write-back has no field for "${part}"`),
    ],
  };
}

export function checkEndpoint({ connection }: PlatformFacts, { endpoint }: Facts): Finding {
  const { events, accepted, api, gzip } = connection;
  return finding(
    `POST ${endpoint}; events with ${names[events] ?? events}${gzip ? ', gzip' : ''} (accepted: ${accepted.map((each) => names[each] ?? each).join(', ')}); the REST API with ${names[api] ?? api}`,
    [[accepted.length > 0, 'authentication: the platform accepts no credential']],
  );
}

const names: Readonly<Record<string, string>> = { basic: 'Basic', hmac: 'iCIMS HMAC', oauth2: 'OAuth 2.0' };

/** The sheet is made of the document; what it must not lack is looked for there. */
export function checkEnablement({ document }: PlatformFacts): Finding {
  return finding(
    `a sheet with endpoint, credentials to exchange, ${document.packages.items.length} packages, steps in iCIMS and least rights; and a blank one`,
    [
      [document.packages.items.length > 0, 'enablement: no package is configured'],
      [document.triggers.length > 0, 'enablement: no trigger is configured'],
    ],
  );
}

/** Nothing that tells two customers apart is the same on both platforms. */
export function checkRepeatable({ platforms }: Facts): Finding {
  const [one, other] = platforms;
  if (one === undefined) return { answer: '', problems: ['repeatable: no platform was run'] };
  if (other === undefined) return { answer: 'one platform was run', problems: [] };
  const same = sameTraits(one, other);
  return finding(
    `the same pack for ${platforms.map(({ name }) => name).join(' and ')}, which differ in customer ID, status, field and package ids, and authentication`,
    [[same.length === 0, `repeatable: both platforms have the same ${same.join(', ')}`]],
  );
}

function sameTraits(one: PlatformFacts, other: PlatformFacts): readonly string[] {
  const traits = ({ customerId, document, connection, derivedFields }: PlatformFacts) => ({
    'customer ID': customerId,
    'status ids': document.triggers.flatMap(({ newStatus }) => newStatus).join(),
    'package nodes': document.packages.items.map(({ nodeId }) => nodeId).join(),
    'custom fields': derivedFields.filter(({ field }) => field.startsWith('field')).map(({ field }) => field).join(), // prettier-ignore
    authentication: `${connection.events} ${connection.api}`,
  });
  const [left, right] = [traits(one), traits(other)];
  return Object.keys(left).filter((name) => left[name as keyof typeof left] === right[name as keyof typeof right]);
}

export function checkCustomerValues({ customerValues: { searched, files, found } }: Facts): Finding {
  return {
    answer: `${searched} values of the platforms were searched for in ${files} source files, ${found.length} found`,
    problems: [
      ...(searched === 0 || files === 0 ? ['customer values: nothing was searched'] : []),
      ...found.map(({ value, what, file, line }) => `customer values: ${what} ${value} stands in src/${file}:${line}`),
    ],
  };
}

export function checkSecrets({ leaks }: Facts): Finding {
  return {
    answer: 'no file of the pack holds a secret of a platform',
    problems: leaks.map((file) => `secrets: ${file} holds a secret`),
  };
}
