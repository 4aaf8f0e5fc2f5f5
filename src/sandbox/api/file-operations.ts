import { type ProfileType } from '../platform/field.ts';
import { refusal } from '../platform/refusal.ts';
import { type Operation, type OperationRequest } from './operation.ts';
import { refuseHidden, seenProfile } from './profile-operations.ts';

/** GET of a binary field; without a file the answer is a JSON error (iCIMS "Binary Files"). */
export const readFile: Operation = (request) => {
  const { profile, name } = seenFile(request);
  const file = profile.files.get(name);
  if (file === undefined) throw refusal(404, 'notFound', 'No file', name);
  return { status: 200, bytes: { contentType: file.contentType, data: file.bytes }, fieldsRead: [name] };
};

/** PATCH of a binary field: one file part. */
export const replaceFile: Operation = (request) => {
  const { profile, name } = seenFile(request);
  profile.files.set(name, filePart(request.bytes, request.contentType));
  return { status: 204, fieldsWritten: [name] };
};

export const deleteFile: Operation = (request) => {
  const { profile, name } = seenFile(request);
  if (name === 'resume') throw refusal(400, 'unusable', 'A resume cannot be deleted', name);
  profile.files.delete(name);
  return { status: 204, fieldsWritten: [name] };
};

function seenFile({ platform, area, path }: OperationRequest) {
  const profile = seenProfile(platform, area as ProfileType, path['id'] ?? '');
  const name = path['field'] ?? '';
  if (platform.profiles.fields[profile.type][name]?.type !== 'file')
    throw refusal(404, 'notFound', 'No binary field', name);
  refuseHidden(platform, profile.type, [name]);
  return { profile, name };
}

/** The first file part of a multipart body (RFC 7578). */
function filePart(body: Buffer, contentType: string) {
  const boundary = group(/boundary="?([^";]+)"?/i, contentType);
  const part = boundary === null ? null : new RegExp(partPattern(boundary), 's').exec(body.toString('latin1'));
  const [, head = '', data = ''] = part ?? [];
  const name = group(/filename="([^"]*)"/i, head);
  if (name === null) throw refusal(400, 'unusable', 'One file part is wanted');
  const type = group(/content-type:\s*([^\r\n]+)/i, head) ?? 'application/octet-stream';
  return { contentType: type, name, bytes: Buffer.from(data, 'latin1') };
}

function group(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.[1] ?? null;
}

function partPattern(boundary: string): string {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `--${escaped}\r\n(.*?)\r\n\r\n(.*?)\r\n--${escaped}`;
}
