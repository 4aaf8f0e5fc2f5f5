import { type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * An answer before the body was read to its end is the last one of its connection (RFC 9112 section 9.3): whoever is
 * refused cannot have us read on. Call it before the answer is sent.
 */
export function closeIfUnread(request: IncomingMessage, response: ServerResponse): void {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers;
  if (!request.complete && (coding !== undefined || length !== '0')) response.setHeader('Connection', 'close');
}
