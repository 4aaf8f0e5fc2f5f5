import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalFields } from '../../../src/hires/canonical-fields.ts';
import { india, map, records, rules, unitedStates, withPerson } from './a-hire.ts';

describe('mapHire with the default mapping', () => {
  it('maps the standard iCIMS fields', () => {
    expect(map().fields).toEqual({
      case: { category: 'H-1B' },
      person: {
        given_name: 'Asha',
        family_name: 'Example',
        email: 'asha.example@example.com',
        date_of_birth: '1994-05-31',
        us_address: { street: '1 Example Way', city: 'Sampletown', state: 'MA', zip: '02139', country: 'US' },
        foreign_address: { street: '2 Sample Road', city: 'Pune', country: 'IN' },
      },
      job: {
        title: 'Engineer',
        worksites: [{ name: 'Example Tower', city: 'Sampletown', state: 'MA', zip: '02139' }],
      },
    });
  });

  it('takes the worksite from the address that the job names, never from another', () => {
    const job = { joblocation: { id: 99, companyid: 1800, value: 'Gone' } };
    expect(map({ records: records({ job }) }).fields['job']).toEqual({ worksites: [{ name: 'Example Tower' }] });
  });

  it('takes the only address of a location without asking for its number', () => {
    const location = { addresses: [{ addresscity: 'Onlytown' }] };
    expect(map({ records: records({ location }) }).fields['job']).toMatchObject({ worksites: [{ city: 'Onlytown' }] });
  });

  it.each([
    ['a territory', { addresscity: 'San Juan', addresscountry: { abbrev: 'PR', value: 'Puerto Rico' } }, 'us_address'],
    ['a US state without country', { addresscity: 'Austin', addressstate: { value: 'Texas' } }, 'us_address'],
    ['another country', { addresscity: 'Delhi', addresscountry: 'India' }, 'foreign_address'],
    [
      'a Canadian province called ON',
      { addresscity: 'Ottawa', addresscountry: 'Canada', addressstate: 'ON' },
      'foreign_address',
    ],
  ])('an address in %s is the person’s %s', (_, address, key) => {
    const { fields } = map({ records: withPerson({ addresses: [address] }) });
    expect(Object.keys(fields['person'] ?? {})).toEqual([key]);
  });

  it('uses an address of an unknown country for neither', () => {
    const { fields } = map({ records: withPerson({ addresses: [{ addresscity: 'Nowhere' }] }) });
    expect(fields['person']).toBeUndefined();
  });

  it('keeps the schools and jobs of a person apart, in order', () => {
    const education = [{ school: { value: 'Example College' }, degree: 'BSc' }, {}, { school: 'Sample Institute' }];
    const workexperience = [{ workemployer: 'Example Inc', workdescription: '<p>Built &amp; ran</p>' }];
    const { fields } = map({ records: withPerson({ education, workexperience }) });
    expect(fields['education']).toEqual([{ degree: 'BSc', school: 'Example College' }, { school: 'Sample Institute' }]);
    expect(fields['work_history']).toEqual([{ employer: 'Example Inc', duties: 'Built & ran' }]);
  });

  it('takes amount, unit and currency from one salary', () => {
    const salary = { currency: 'USD', amount: 120000, timeframe: 'Yearly' };
    const { fields } = map({ records: withPerson({ salary }) });
    expect(fields['job']).toMatchObject({ wage_from: 120000, wage_unit: 'Year', wage_currency: 'USD' });
  });

  it.each([
    [{ startdate: '2031-06-02' }, { startdate: '2031-07-01' }, '2031-06-02'],
    [{}, { startdate: '2031-07-01' }, '2031-07-01'],
  ])('starts on the person’s date, else on the job’s: %j %j', (person, job, start) => {
    const { fields } = map({ records: records({ person, job }) });
    expect(fields['job']).toMatchObject({ start });
  });

  it('keeps a phone’s extension apart, wherever it was written', () => {
    const together = map({ records: withPerson({ phones: [{ phonenumber: '(212) 555-0123 x44' }] }) });
    const apart = map({ records: withPerson({ phones: [{ phonenumber: '212 555 0123', phoneextension: '44' }] }) });
    expect(together.fields['person']).toEqual({ phone: '+12125550123', phone_extension: '44' });
    expect(apart.fields['person']).toEqual(together.fields['person']);
  });

  it('reads a workflow without a job', () => {
    const platform = rules([], { '*': ['job.title', 'job.worksites.city'] });
    const { problems } = map({ platform, records: records({ job: null, location: null }) });
    expect(problems.map(({ placeholder }) => placeholder)).toEqual(['{{job.jobtitle}}', '{{job.joblocation}}']);
  });
});

describe('mapHire with a platform’s mapping', () => {
  it('replaces a default and adds to the defaults', () => {
    const platform = rules([
      { to: 'person.email', from: 'person.field7' },
      { to: 'job.soc', from: 'job.field51001' },
    ]);
    const { fields } = map({
      platform,
      records: records({
        person: { email: 'old@example.com', field7: 'new@example.com', lastname: 'Li' },
        job: { field51001: '15-1252' },
      }),
    });
    expect(fields['person']).toEqual({ email: 'new@example.com', family_name: 'Li' });
    expect(fields['job']).toMatchObject({ soc: '15-1252' });
  });

  it.each([
    [{ id: 'C41000', value: 'Ja' }, true],
    [{ id: '41000', value: 'Ja' }, true],
    [{ id: 'D41001', value: 'whatever' }, false],
    [{ id: 'C9', value: ' yes PLEASE ' }, true],
    ['Yes please', true],
  ])('reads the list node %j by its id, else by its label', (field40001, needed) => {
    const values = { C41000: 'yes', C41001: 'no', 'Yes please': 'yes' };
    const platform = rules([{ to: 'case.sponsorship_needed', from: 'person.field40001', values }]);
    const { fields } = map({ platform, records: withPerson({ field40001 }) });
    expect(fields['case']).toEqual({ category: 'H-1B', sponsorship_needed: needed });
  });

  it('does not let a node pass that is not in the table', () => {
    const platform = rules([{ to: 'case.sponsorship_needed', from: 'person.field1', values: { C1: 'yes', C2: 'no' } }]);
    const { fields, ignored } = map({ platform, records: withPerson({ field1: { id: 'C3', value: 'Yes' } }) });
    expect(fields['case']).toEqual({ category: 'H-1B' });
    expect(ignored).toEqual([expect.objectContaining({ key: 'case.sponsorship_needed', wanted: 'yes or no' })]);
  });

  it.each([
    ['list nodes', [india, { value: 'Canada' }], ['IN', 'CA']],
    ['one node', india, ['IN']],
    ['text', 'India; Canada / Australia', ['IN', 'CA', 'AU']],
    ['a name with a comma', 'Korea, Republic of', ['KR']],
    ['repetitions', 'India, IN, IND', ['IN']],
  ])('keeps every citizenship of %s', (_, field1, citizenships) => {
    const platform = rules([{ to: 'person.citizenships[]', from: 'person.field1' }]);
    expect(map({ platform, records: withPerson({ field1 }) }).fields['person']).toEqual({ citizenships });
  });

  it('joins the citizenships of several fields', () => {
    const platform = rules([
      { to: 'person.citizenships', from: 'person.field1' },
      { to: 'person.citizenships', from: 'person.field2' },
    ]);
    const { fields } = map({ platform, records: withPerson({ field1: 'India', field2: unitedStates }) });
    expect(fields['person']).toEqual({ citizenships: ['IN', 'US'] });
  });

  it('keeps the known citizenships and reports the unknown one', () => {
    const platform = rules([{ to: 'person.citizenships', from: 'person.field1' }]);
    const { fields, ignored } = map({ platform, records: withPerson({ field1: 'India; Atlantis' }) });
    expect(fields['person']).toEqual({ citizenships: ['IN'] });
    expect(ignored.map(({ key }) => key)).toEqual(['person.citizenships']);
  });

  it('refuses to choose among several nodes where one value is wanted', () => {
    const platform = rules([{ to: 'passport.country', from: 'person.field1' }]);
    const { ignored } = map({ platform, records: withPerson({ field1: [india, unitedStates] }) });
    expect(ignored).toEqual([expect.objectContaining({ key: 'passport.country', wanted: 'one value only' })]);
  });
});

describe('what stands in the way', () => {
  const required = { '*': ['person.family_name', 'person.date_of_birth', 'job.worksites.city'], 'H-1B': ['job.soc'] };
  const platform = rules([{ to: 'job.soc', from: 'job.field51001' }], required);

  it('is nothing when all that is required is there', () => {
    const job = { field51001: '15-1252', joblocation: { id: 23, companyid: 1800 } };
    expect(map({ platform, records: records({ job }) }).problems).toEqual([]);
  });

  it('names every missing and every unusable key at once', () => {
    const empty = records({
      person: { lastname: '  ', birthdate: '2030-01-01' },
      job: { field51001: 'x' },
      location: {},
    });
    expect(map({ platform, records: empty }).problems).toEqual([
      { key: 'person.family_name', kind: 'missing', label: 'family name', placeholder: '{{person.lastname}}' },
      {
        key: 'person.date_of_birth',
        kind: 'unusable',
        label: 'date of birth',
        placeholder: '{{person.birthdate}}',
        wanted: 'a date in the past, like 1994-05-31',
      },
      { key: 'job.worksites.city', kind: 'missing', label: 'worksite city', placeholder: '{{job.joblocation}}' },
      {
        key: 'job.soc',
        kind: 'unusable',
        label: 'SOC code',
        placeholder: '{{job.field51001}}',
        wanted: 'a SOC code like 15-1252',
      },
    ]);
  });

  it('asks a category only for its own keys', () => {
    const { problems } = map({ platform, visaCategory: 'TN' });
    expect(problems.map(({ key }) => key)).toEqual([]);
  });

  it('says which part of a filled-in field is missing', () => {
    const county = rules([], { '*': ['job.worksites.county', 'person.us_address.county'] });
    expect(map({ platform: county }).problems).toEqual([
      expect.objectContaining({ placeholder: '{{job.joblocation}}', part: 'worksite county' }),
      expect.objectContaining({ placeholder: '{{person.addresses}}', part: 'US county' }),
    ]);
  });

  it('has no placeholder for a required key that nothing is mapped to', () => {
    const { problems } = map({ platform: rules([], { '*': ['passport.number'] }) });
    expect(problems).toEqual([
      { key: 'passport.number', kind: 'missing', label: 'passport number', placeholder: null },
    ]);
  });

  it('judges a required group by what is in it, and names a key once', () => {
    const group = rules([], { '*': ['education[]', 'education.degree', 'person.us_address'] });
    expect(map({ platform: group }).problems.map(({ key }) => key)).toEqual(['education', 'education.degree']);
  });

  it('leaves out what is unusable and not required, and tells the operator', () => {
    const { fields, problems, ignored } = map({ records: withPerson({ usssn: '***-**-1234', lastname: 'Li' }) });
    expect([fields['person'], problems]).toEqual([{ family_name: 'Li' }, []]);
    expect(ignored.map(({ key }) => key)).toEqual(['person.ssn']);
  });

  it('reads no required keys from the prototype of an object', () => {
    expect(map({ visaCategory: 'constructor' }).problems).toEqual([]);
  });
});

describe('the trace', () => {
  it('tells what became of each key, and what iCIMS gave for it, long texts by their beginning', () => {
    const { trace } = map({
      records: withPerson({ lastname: 'L'.repeat(40), firstname: 'Asha', birthdate: 'b'.repeat(900) }),
    });
    const outcomes = new Map(trace().map(({ key, outcome }) => [key, outcome]));
    expect(outcomes.get('person.family_name')).toBe('longer-than-form');
    expect(outcomes.get('person.given_name')).toBe('mapped');
    expect(outcomes.get('person.date_of_birth')).toBe('unusable');
    expect(outcomes.get('person.email')).toBe('missing');
    const read = new Map(trace().map((step) => [step.key, step.read]));
    expect(read.get('person.given_name')).toEqual(['Asha']);
    expect(read.get('person.email')).toEqual([]);
    expect(read.get('person.date_of_birth')).toEqual([`${'b'.repeat(500)}… (900 characters)`]);
  });
});

describe('hostile records', () => {
  const hostile: unknown = JSON.parse(
    '{"__proto__":{"lastname":"Evil","polluted":true},"constructor":{"name":"x"},"addresses":{"__proto__":[]},"education":[null,1,"x",{"school":{"__proto__":{"value":"x"}}}]}',
  );

  it('neither lend their prototype nor pollute ours', () => {
    const { fields } = map({ records: withPerson(hostile as Record<string, unknown>) });
    expect(fields['person']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never throw, whatever the JSON', () => {
    const roots = [
      'lastname',
      'birthdate',
      'addresses',
      'phones',
      'education',
      'salary',
      'startdate',
      'joblocation',
      'name',
    ];
    const entries = fc.record({ addresscountry: fc.jsonValue(), addressstate: fc.jsonValue(), entry: fc.jsonValue() });
    const value = fc.oneof(fc.jsonValue(), fc.array(entries), fc.array(fc.jsonValue()));
    const profile = fc.dictionary(fc.constantFrom(...roots), value);
    const platform = rules(canonicalFields.map(({ key }) => ({ to: key, from: 'person.salary' })));
    fc.assert(
      fc.property(profile, profile, profile, (person, job, location) => {
        const untrusted = { person, job, location, workflow: {} };
        expect(map({ records: untrusted }).fields['case']).toEqual({ category: 'H-1B' });
        expect(map({ platform, records: untrusted }).trace().length).toBeGreaterThan(100);
      }),
      { numRuns: 300 },
    );
  });
});
