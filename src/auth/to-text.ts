import { isUtf8 } from 'node:buffer';

/** Bytes of a header as text: UTF-8 (RFC 7617), or ISO-8859-1, which older HTTP clients send, when they are not that. */
export function toText(bytes: Buffer): string {
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}
