import { type SignedRequest } from '../../src/auth/signed-request.ts';
import { authenticateEvent } from '../../src/auth/authenticate-event.ts';
import { createCredentialDirectory, type CredentialDirectory } from '../../src/auth/credential-directory.ts';
import { aPlatform, aSignedRequest, aRequest, basic, CLOCK } from '../unit/auth/auth-samples.ts';

/**
 * Whether the time of a refusal tells anything: pairs of wrong requests that differ only in how wrong they are, measured
 * in turns, compared by Welch's t. As in dudect (Reparaz, Balasch, Verbauwhede 2017), |t| above 4.5 says that they can be
 * told apart with this many samples on this machine. Run alone, on a quiet machine: `node test/bench/timing.ts [samples]`.
 */
const SAMPLES = Number(process.argv[2] ?? 200_000);
const WARM_UP = 5_000;
const TELLS_APART = 4.5;
/** Samples slower than this share are interrupts and collections, not us. */
const KEPT_SHARE = 0.95;

const PASSWORD = 'correct-horse-battery-staple-0123456789';
const directory = createCredentialDirectory([
  aPlatform('9001', {
    basic: { username: 'icims-events', password: PASSWORD },
    hmac: { user: 'icims-events', key: 'first-key' },
  }),
]);

function withSignature(change: (signature: string) => string, user = 'icims-events'): SignedRequest {
  const request = aSignedRequest({ user });
  const text = String(request.headers.authorization);
  const at = text.lastIndexOf('=') + 1;
  return { ...request, headers: { ...request.headers, authorization: text.slice(0, at) + change(text.slice(at)) } };
}
const otherDigit = (digit: string): string => (digit === '0' ? '1' : '0');
const wrongAt = (at: number) => (text: string) => text.slice(0, at) + otherDigit(text.charAt(at)) + text.slice(at + 1);

const pairs: Readonly<Record<string, readonly [SignedRequest, SignedRequest]>> = {
  'Basic: known or unknown user': [
    aRequest(basic('icims-events', 'x'.repeat(PASSWORD.length))),
    aRequest(basic('icims-nobody', 'x'.repeat(PASSWORD.length))),
  ],
  'Basic: first or last character wrong': [
    aRequest(basic('icims-events', `x${PASSWORD.slice(1)}`)),
    aRequest(basic('icims-events', `${PASSWORD.slice(0, -1)}x`)),
  ],
  'HMAC: known or unknown user': [withSignature(wrongAt(0)), withSignature(wrongAt(0), 'icims-nobody')],
  'HMAC: first or last digit wrong': [withSignature(wrongAt(0)), withSignature(wrongAt(63))],
  'well formed or not (must be told apart)': [
    withSignature(wrongAt(0)),
    aRequest('x-icims-v1-hmac-sha256 user=icims-events'),
  ],
  'itself, twice (must not be told apart)': [withSignature(wrongAt(0)), withSignature(wrongAt(0))],
};

function timeOf(request: SignedRequest, known: CredentialDirectory): number {
  const began = process.hrtime.bigint();
  try {
    authenticateEvent(request, known, CLOCK);
  } catch {
    return Number(process.hrtime.bigint() - began);
  }
  throw new Error('A wrong request was let in.');
}

interface Spread {
  readonly mean: number;
  readonly variance: number;
  readonly count: number;
}

function spreadOf(times: Float64Array): Spread {
  const kept = times.toSorted().slice(0, Math.floor(times.length * KEPT_SHARE));
  const mean = kept.reduce((sum, time) => sum + time, 0) / kept.length;
  const variance = kept.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (kept.length - 1);
  return { mean, variance, count: kept.length };
}

function measure([one, other]: readonly [SignedRequest, SignedRequest]): { t: number; means: readonly number[] } {
  for (let turn = 0; turn < WARM_UP; turn += 1) timeOf(turn % 2 === 0 ? one : other, directory);
  const times = [new Float64Array(SAMPLES), new Float64Array(SAMPLES)] as const;
  for (let turn = 0; turn < SAMPLES; turn += 1) {
    // Which comes first is left to chance, so that neither is always the one with the warm cache.
    const first = Math.random() < 0.5 ? 0 : 1;
    times[first][turn] = timeOf(first === 0 ? one : other, directory);
    times[1 - first === 0 ? 0 : 1][turn] = timeOf(first === 0 ? other : one, directory);
  }
  const [a, b] = [spreadOf(times[0]), spreadOf(times[1])];
  const t = (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count);
  return { t, means: [a.mean, b.mean] };
}

for (const [name, pair] of Object.entries(pairs)) {
  const { t, means } = measure(pair);
  const verdict = Math.abs(t) > TELLS_APART ? 'can be told apart' : 'cannot be told apart';
  console.log(`${name}: t ${t.toFixed(1)}, means ${means.map((mean) => mean.toFixed(0)).join(' and ')} ns: ${verdict}`);
}
