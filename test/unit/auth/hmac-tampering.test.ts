import { describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { authenticateEvent } from '../../../src/auth/authenticate-event.ts';
import { type SignedRequest } from '../../../src/auth/signed-request.ts';
import { type Failure } from '../../../src/runtime/failure.ts';
import { aSignedRequest, CLOCK, directoryOf, NOW } from './auth-samples.ts';

const directory = directoryOf({ hmac: { user: 'icims-events', key: 'first-key' } });
const DATE = 'x-icims-date';

type Tampering = (request: SignedRequest) => SignedRequest;

const withBody =
  (change: (body: Buffer) => Buffer): Tampering =>
  (request) => {
    const body = change(request.wireBody);
    return { ...request, wireBody: body, inflatedBody: body };
  };
const withHeader =
  (name: string, change: (value: string) => string): Tampering =>
  (request) => ({ ...request, headers: { ...request.headers, [name]: change(String(request.headers[name])) } });

const place = fc.nat(10_000);
const bit = fc.integer({ min: 0, max: 7 });
const sign = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));

/** One character of a text put in, taken out or replaced. */
const anEdit = fc
  .tuple(fc.constantFrom('insert', 'delete', 'replace'), place, sign)
  .map(([how, at, character]) => (text: string): string => {
    const index = at % text.length;
    return `${text.slice(0, index)}${how === 'delete' ? '' : character}${text.slice(how === 'insert' ? index : index + 1)}`;
  });

const tamperings: Readonly<Record<string, Arbitrary<Tampering>>> = {
  'a bit of its body': fc.tuple(place, bit).map(([at, shift]) =>
    withBody((body) => {
      const copy = Buffer.from(body);
      const index = at % copy.length;
      copy[index] = Number(copy[index]) ^ (1 << shift);
      return copy;
    }),
  ),
  'bytes put behind its body': fc
    .uint8Array({ minLength: 1, maxLength: 20 })
    .map((bytes) => withBody((body) => Buffer.concat([body, bytes]))),
  'bytes cut off its body': place.map((at) => withBody((body) => body.subarray(0, at % body.length))),
  'its target': anEdit.map((edit) => (request) => ({ ...request, target: edit(request.target) })),
  'its method': fc.string({ minLength: 1 }).map((method) => (request) => ({ ...request, method })),
  'its date': anEdit.map((edit) => withHeader(DATE, edit)),
  'its date, to another moment': fc
    .integer({ min: -900, max: 900 })
    .map((seconds) =>
      withHeader(DATE, () => new Date(NOW.getTime() + seconds * 1000).toISOString().replace('.000Z', '+0000')),
    ),
  'its host': anEdit.map((edit) => withHeader('host', edit)),
  'its body hash': anEdit.map((edit) => withHeader('x-icims-content-sha256', edit)),
  'its signature': anEdit.map((edit) =>
    withHeader('authorization', (text) => {
      const at = text.lastIndexOf('=') + 1;
      return text.slice(0, at) + edit(text.slice(at));
    }),
  ),
};

/** A target that ends with its question mark has the same canonical form as one without: iCIMS signs an empty query. */
const meaningOf = ({ method, target, headers, wireBody }: SignedRequest): string =>
  JSON.stringify([method.toUpperCase(), target.replace(/\?$/, ''), headers, wireBody.toString('hex')]);

/** The parameters of Authorization are trimmed and may be quoted or followed by a comma: no other signature comes of it. */
const saysNothingElse = (before: SignedRequest, after: SignedRequest): boolean => {
  const bare = ({ headers }: SignedRequest): string => String(headers.authorization).replaceAll(/[",]/g, '');
  return (
    meaningOf({ ...before, headers: { ...before.headers, authorization: bare(before) } }) ===
    meaningOf({ ...after, headers: { ...after.headers, authorization: bare(after) } })
  );
};

describe('a signed request', () => {
  it.each(Object.entries(tamperings))('is refused after any change of %s', (_what, tampering) => {
    fc.assert(
      fc.property(tampering, (tamper) => {
        const request = aSignedRequest();
        const tampered = tamper(request);
        fc.pre(!saysNothingElse(request, tampered));
        expect(() => authenticateEvent(tampered, directory, CLOCK)).toThrow(
          expect.objectContaining({ kind: 'unauthenticated' } satisfies Partial<Failure>),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is let in as it was signed, whatever its target and body', () => {
    const target = fc.array(sign).map((signs) => `/icims/v1/events${signs.join('')}`);
    fc.assert(
      fc.property(target, fc.uint8Array({ minLength: 1 }), (path, body) => {
        const request = aSignedRequest({ target: path, wireBody: Buffer.from(body) });
        expect([...authenticateEvent(request, directory, CLOCK).customerIds]).toEqual(['9001']);
      }),
    );
  });
});
