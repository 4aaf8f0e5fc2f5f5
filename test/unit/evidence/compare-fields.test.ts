import { describe, expect, it } from '@jest/globals';
import { compareFields } from '../../../src/evidence/fields/compare-fields.ts';
import { observedFields, type ObservedField } from '../../../src/evidence/fields/observed-fields.ts';
import { type PlatformField } from '../../../src/evidence/contract-types.ts';
import { type LoggedCall } from '../../../src/sandbox/platform/call-log.ts';

const listed: PlatformField[] = [
  { profile: 'people', field: 'birthdate', access: 'read', why: ['person.date_of_birth'] },
  { profile: 'applicantworkflows', field: 'assessmentresults.assessmentnotes', access: 'read-write', why: [] },
];
const seen: ObservedField[] = [
  { profile: 'people', field: 'birthdate', access: 'read' },
  { profile: 'applicantworkflows', field: 'assessmentresults.assessmentnotes', access: 'read-write' },
];
const call = (changes: Partial<LoggedCall>): LoggedCall => ({
  ...{ at: '', customerId: '9001', method: 'GET', path: '', operation: '', area: 'people', status: 200, ms: 1 },
  ...{ fieldsRead: [], fieldsWritten: [], ...changes },
});

describe('the fields list against the log of iCIMS', () => {
  it('agrees when every listed field was seen the way it is listed', () => {
    expect(compareFields(listed, seen)).toEqual([]);
  });

  it('names a write-back field that was never written', () => {
    expect(compareFields(listed, seen.slice(0, 1))).toEqual([
      'applicantworkflows.assessmentresults.assessmentnotes is listed as read-write, but iCIMS never saw it written',
    ]);
  });

  it('names a field that was read without being listed', () => {
    expect(compareFields(listed, [...seen, { profile: 'people', field: 'usssn', access: 'read' }])).toEqual([
      'people.usssn is not in the list, but iCIMS saw it read',
    ]);
  });

  it('names a field that is listed as read only but was written', () => {
    const written = seen.map((each) => ({ ...each, access: 'read-write' as const }));

    expect(compareFields(listed, written)).toEqual(['people.birthdate is listed as read, but iCIMS saw it read-write']);
  });

  it('takes a look at the collection that it writes into as part of writing', () => {
    const looked: ObservedField = { profile: 'applicantworkflows', field: 'assessmentresults', access: 'read' };

    expect(compareFields(listed, [...seen, looked])).toEqual([]);
  });
});

describe('what iCIMS saw', () => {
  it('is each field once, written rather than read, and nothing of refused calls and log-ins', () => {
    const calls = [
      call({ fieldsRead: ['email'] }),
      call({ fieldsRead: ['email', 'folder'] }),
      call({ fieldsWritten: ['folder'] }),
      call({ fieldsRead: ['usssn'], status: 404 }),
      call({ area: 'token', fieldsRead: ['token'] }),
    ];

    expect(observedFields(calls)).toEqual([
      { profile: 'people', field: 'email', access: 'read' },
      { profile: 'people', field: 'folder', access: 'read-write' },
    ]);
  });
});
