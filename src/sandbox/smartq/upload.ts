import { createHash } from 'node:crypto';
import { mediaType, type SandboxContext } from '../http.ts';
import { aBoolean } from './properties.ts';
import { refusal } from './refusal.ts';

/** The largest body this sandbox takes; the document names no limit. */
const mostBytes = 64 * 1024 * 1024;

/** A file as it came. */
type ReceivedFile = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Whether `is_last_file` came with it. */
  readonly isLast: boolean;
};

/** Reads a body of at most {@link mostBytes}; of a larger one the rest is read and dropped, so that it can be answered. */
const readBody = async (body: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size <= mostBytes) pieces.push(piece);
    else pieces.length = 0;
  }
  if (size > mostBytes) throw refusal(400, 'file is too large');
  return Buffer.concat(pieces);
};

const readForm = async (c: SandboxContext): Promise<FormData> => {
  const { body } = c.req.raw;
  const type = c.req.header('content-type') ?? '';
  // In a form of texts the document's own example ends up as the path of a file: no file, to PHP as to us.
  if (body === null || mediaType(c) !== 'multipart/form-data') throw refusal(400, 'file is required');
  const bytes = await readBody(body);
  try {
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
  } catch {
    throw refusal(400, 'file is required');
  }
};

/**
 * Returns the file that a form carries ("a standard POST file named "file""), and whether it is the last one of its note.
 * The document names `is_last_file` and says nothing more: here it is a field beside the file.
 * @throws HTTPException 400 in the envelope without exactly one such file, with anything else, and above 64 MiB.
 */
export const receiveFile = async (c: SandboxContext): Promise<ReceivedFile> => {
  const form = await readForm(c);
  const names = [...form.keys()];
  const stray = names.find((name) => name !== 'file' && name !== 'is_last_file');
  if (stray !== undefined) throw refusal(400, `${stray} is not known`);
  const [file, flag] = [form.get('file'), form.get('is_last_file')];
  if (!(file instanceof File)) throw refusal(400, 'file is required');
  if (form.getAll('file').length > 1) throw refusal(400, 'file must be one file');
  if (flag instanceof File) throw refusal(400, 'is_last_file must be a string');
  const bytes = new Uint8Array(await file.arrayBuffer());
  // PHP keeps what stands behind the last slash of either kind.
  const name = file.name.replace(/^.*[/\\]/s, '');
  if (name === '') throw refusal(400, 'file has no name');
  const contentType = file.type === '' ? 'application/octet-stream' : file.type;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  c.get('noteFile')({ name, contentType, size: bytes.length, sha256 });
  return { name, contentType, bytes, isLast: flag !== null && aBoolean(flag, 'is_last_file') };
};
