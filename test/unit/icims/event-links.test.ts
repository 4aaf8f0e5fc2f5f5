import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readEventLinks } from '../../../src/icims/event-links.ts';
import { anIcimsPlatform } from '../../support/an-icims-platform.ts';

const platform = anIcimsPlatform();
const base = 'https://api.icims.com/customers/9001';
const all = {
  workflow: { type: 'applicantworkflows', id: '40211' },
  job: { id: '1501' },
  person: { id: '7301' },
  user: { id: '88' },
};
const links = [
  { rel: 'applicantWorkflow', title: 'Applicant Workflow', url: `${base}/applicantworkflows/40211` },
  { rel: 'job', title: 'Job Profile', url: `${base}/jobs/1501` },
  { rel: 'person', title: 'Person Profile', url: `${base}/people/7301` },
  { rel: 'user', title: 'Posting User', url: `${base}/people/88` },
];
const inIcimsForm = links.map(({ rel, title, url }) => `${url};rel="${rel}";title="${title}",`).join('');
const inRfcForm = links.map(({ rel, title, url }) => `<${url}>; rel=${rel}; title="${title}, yes; really"`).join(', ');

describe('readEventLinks', () => {
  it('reads the links of the body', () => {
    expect(readEventLinks(platform, links, undefined)).toEqual(all);
  });

  it.each([
    ['iCIMS writes it', inIcimsForm],
    ['RFC 8288 has it', inRfcForm],
    ['several headers are joined', inIcimsForm.replaceAll(',http', ', http')],
  ])('reads the Link header as %s', (_how, header) => {
    expect(readEventLinks(platform, undefined, header)).toEqual(all);
  });

  it('takes the first of two, the body before the header, and what only the header names', () => {
    const body = [
      { rel: 'person', url: `${base}/people/1` },
      { rel: 'person', url: `${base}/people/2` },
    ];
    expect(readEventLinks(platform, body, inIcimsForm)).toEqual({ ...all, person: { id: '1' } });
  });

  it('reads onboarding workflows, any case of rel, and a query behind the id', () => {
    const url = `${base}/onboardworkflows/7?fields=status`;
    expect(readEventLinks(platform, [{ rel: 'ONBOARDWORKFLOW', url }], undefined)).toEqual({
      workflow: { type: 'onboardworkflows', id: '7' },
    });
  });

  it('counts the path of the API base URL', () => {
    const behindGateway = anIcimsPlatform({ apiBaseUrl: 'https://gateway.example.com/icims/' });
    const url = 'https://gateway.example.com/icims/customers/9001/people/7301';
    expect(readEventLinks(behindGateway, [{ rel: 'person', url }], undefined)).toEqual({ person: { id: '7301' } });
    expect(readEventLinks(behindGateway, links, undefined)).toEqual({});
  });

  it.each([
    'http://api.icims.com/customers/9001/people/7301',
    'https://api.icims.com:8443/customers/9001/people/7301',
    'https://api.icims.com./customers/9001/people/7301',
    'https://api.icims.com@evil.example.com/customers/9001/people/7301',
    'https://user@api.icims.com/customers/9001/people/7301',
    'https://api.icims.com.evil.example.com/customers/9001/people/7301',
    'https://evil.example.com/customers/9001/people/7301',
    'https://api-eu.icims.com/customers/9001/people/7301',
    'https://api.icims.com/customers/9002/people/7301',
    'https://api.icims.com/customers/9001/../9002/people/7301',
    'https://api.icims.com/customers/9001/%2e%2e/9002/people/7301',
    'https://api.icims.com/customers/90010/people/7301',
    'https://api.icims.com/customers/9001/people/7301/fields/resume/binary',
    'https://api.icims.com/customers/9001/people/73 01',
    'https://api.icims.com/customers/9001/people/٧٣',
    'https://api.icims.com/customers/9001/people/',
    'https://api.icims.com/customers/9001/jobs/7301',
    'https://127.0.0.1/customers/9001/people/7301',
    'file:///customers/9001/people/7301',
    'customers/9001/people/7301',
  ])('does not trust %s', (url) => {
    expect(readEventLinks(platform, [{ rel: 'person', url }], `<${url}>;rel="person"`)).toEqual({});
  });

  it.each(['constructor', '__proto__', 'toString', 'self', ''])('ignores the rel "%s"', (rel) => {
    expect(readEventLinks(platform, [{ rel, url: `${base}/people/7301` }], undefined)).toEqual({});
  });

  it.each([undefined, null, 'x', 7, {}, [null, 3, 'x', {}, { rel: 1, url: 2 }]])('takes %j as no links', (junk) => {
    expect(readEventLinks(platform, junk, undefined)).toEqual({});
  });

  it('throws for no input whatever', () => {
    const sign = fc.constantFrom('"', '<', '>', ';', ',', '=', 'rel', base, '/people/7301', ' ');
    fc.assert(
      fc.property(fc.anything(), fc.array(sign), (body, header) => {
        expect(typeof readEventLinks(platform, body, header.join(''))).toBe('object');
      }),
    );
  });

  it.each(['"', '<', ',', ';', 'rel=', ';rel=";'])('takes time in proportion to a header full of %s', (piece) => {
    const started = performance.now();
    readEventLinks(platform, undefined, piece.repeat(16_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(100);
  });
});
