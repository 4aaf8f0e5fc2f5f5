import { type Http, type HttpRequest } from './http.ts';

/** One call that went out: what may be shown of it. No body, no query, no credential. */
export interface CallNote {
  readonly method: string;
  readonly host: string;
  /** A part that might be a secret, as in the addresses of some webhooks, is left out. */
  readonly path: string;
  /** 0 when no answer came. */
  readonly status: number;
  readonly milliseconds: number;
}

/** Calls noted by the deadline under which they were made. */
export interface CallNotes {
  readonly http: Http;
  /** From now on the calls under this signal are added to the answered list. */
  readonly watch: (signal: AbortSignal) => readonly CallNote[];
}

/** The same way out, with a note of each call for whoever watches its signal. */
export function createCallNotes(http: Http): CallNotes {
  const watched = new WeakMap<AbortSignal, CallNote[]>();
  return {
    http: {
      async send(request) {
        const notes = watched.get(request.signal);
        if (notes === undefined) return http.send(request);
        const began = performance.now();
        const note = (status: number): unknown => notes.push(toNote(request, status, performance.now() - began));
        try {
          const response = await http.send(request);
          note(response.status);
          return response;
        } catch (thrown) {
          note(0);
          throw thrown;
        }
      },
    },
    watch(signal) {
      const notes: CallNote[] = [];
      watched.set(signal, notes);
      return notes;
    },
  };
}

const PLAIN = /^(?:[a-z_-]{1,30}|v?[0-9]{1,20}|)$/i;

function toNote({ method, url }: HttpRequest, status: number, ms: number): CallNote {
  const { host = '', pathname = '' } = URL.parse(url) ?? {};
  const path = pathname.split('/').map((part) => (PLAIN.test(part) ? part : '…'));
  return { method, host, path: path.join('/'), status, milliseconds: Math.round(ms) };
}
