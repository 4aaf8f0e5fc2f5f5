import { type IncomingHttpHeaders } from 'node:http';

/** A request as it came over the wire, before anything parsed it. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query exactly as received (Express: `originalUrl`). */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** Name, value, name, value …, as Node gives them: the only place where a second Authorization header shows. */
  readonly rawHeaders?: readonly string[] | undefined;
  /** The bytes sent, still compressed if they were. */
  readonly wireBody: Buffer;
  /** The same bytes after inflation; equal to `wireBody` when nothing was compressed. */
  readonly inflatedBody: Buffer;
}
