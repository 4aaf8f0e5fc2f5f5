/** One request that the platform answered. */
export interface LoggedCall {
  readonly at: string;
  readonly customerId: string;
  readonly method: string;
  readonly path: string;
  /** Operation of openapi/icims.yaml, or the empty string when the request matched none. */
  readonly operation: string;
  /** Profile type, `token` or `search`: the first path segment behind the customer id. */
  readonly area: string;
  readonly fieldsRead: readonly string[];
  readonly fieldsWritten: readonly string[];
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
  readonly ms: number;
}

/** Counts since the start or the last reset; the log itself keeps only the newest calls. */
export interface CallCounts {
  readonly calls: number;
  readonly tokensIssued: number;
  /** Successful profile and entry reads, by profile type. */
  readonly reads: Readonly<Record<string, number>>;
  readonly writes: Readonly<Record<string, number>>;
}

/** Who asked what: evidence for the fields read and written. */
export class CallLog {
  readonly #limit: number;
  #calls: LoggedCall[] = [];
  #total = 0;
  #tokens = 0;
  #reads: Record<string, number> = {};
  #writes: Record<string, number> = {};

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(call: LoggedCall): void {
    this.#total += 1;
    this.#count(call);
    this.#calls.push(call);
    if (this.#calls.length >= this.#limit * 2) this.#calls = this.#calls.slice(-this.#limit);
  }

  list(): readonly LoggedCall[] {
    return this.#calls.slice(-this.#limit);
  }

  counts(): CallCounts {
    return { calls: this.#total, tokensIssued: this.#tokens, reads: { ...this.#reads }, writes: { ...this.#writes } };
  }

  reset(): void {
    this.#calls = [];
    this.#total = 0;
    this.#tokens = 0;
    this.#reads = {};
    this.#writes = {};
  }

  #count({ area, method, status }: LoggedCall): void {
    if (status < 200 || status > 299) return;
    if (area === 'token') {
      this.#tokens += 1;
      return;
    }
    const counts = method === 'GET' || area === 'search' ? this.#reads : this.#writes;
    counts[area] = (counts[area] ?? 0) + 1;
  }
}
