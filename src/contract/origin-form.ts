import { type IncomingMessage } from 'node:http';

/**
 * A request target in absolute form (`http://host/path`) as path and query: a server takes both forms, and the host
 * means nothing to us (RFC 9112 section 3.2.2). Any other target stays as it is.
 */
export function toOriginForm(target: string): string {
  const rest = /^https?:\/\/[^/?#]*(.*)$/i.exec(target)?.[1];
  if (rest === undefined) return target;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Has a request routed by its target in origin form. `originalUrl` stays as received, because HMAC covers it. */
export function routeByOriginForm(request: IncomingMessage, _response: unknown, next: () => void): void {
  const { url = '/' } = request;
  if (!url.startsWith('/')) request.url = toOriginForm(url);
  next();
}
