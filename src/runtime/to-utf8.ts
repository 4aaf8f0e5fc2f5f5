import { isUtf8 } from 'node:buffer';

const BYTE_ORDER_MARK = 0xfeff;

/** Bytes as text, without repair and without a leading byte order mark. Throws TypeError when they are not UTF-8. */
export function toUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new TypeError('The bytes are not UTF-8.');
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}
