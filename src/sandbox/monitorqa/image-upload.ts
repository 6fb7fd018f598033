import { createHash } from 'node:crypto';
import { mediaType, type SandboxContext } from '../http.ts';
import type { UploadedImage } from './entries.ts';
import { boundaryOf, readFirstFile, type FilePart } from './form.ts';
import { refusal } from './refusal.ts';

const mebibyte = 1024 * 1024;

/**
 * The largest image the sample keeps. The document names no limit, and an upload has to be measurable at any size
 * without the sample's memory or disk having a part in the figure: of a larger one the bytes are counted and hashed as
 * they come, and nothing is kept, so that asking for the file afterwards is answered 404.
 */
const keptAtMost = 20 * mebibyte;

/** More than this is refused. */
const acceptedAtMost = 2048 * mebibyte;

/** Image types of a part; `image/jpg` is documented beside the registered name. */
const contentTypes: Readonly<Record<string, UploadedImage['contentType']>> = {
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
  'image/jpg': 'image/jpeg',
};

const magic: Readonly<Record<UploadedImage['contentType'], readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};
const longestMagic = 8;

/** An image as it came; `bytes` is null when it was too large to keep. */
export type ReceivedImage = {
  readonly contentType: UploadedImage['contentType'];
  readonly size: number;
  readonly sha256: string;
  readonly bytes: Uint8Array | null;
};

const refuse = (details: Readonly<Record<string, string>>): Error =>
  refusal(400, 'BAD_REQUEST', "The request couldn't be processed.", details);

/** @throws HTTPException 400 unless the part is the documented one. */
const typeOf = ({ name, contentType }: FilePart): UploadedImage['contentType'] => {
  // The table of parameters writes File, the example file.
  if (name.toLowerCase() !== 'file') throw refuse({ [name]: 'not documented', file: 'required' });
  const type = contentType === null ? undefined : contentTypes[contentType];
  if (type === undefined) throw refuse({ 'file.Content-Type': 'must be image/png, image/jpeg or image/jpg' });
  return type;
};

/**
 * Returns the image that a form carries ("Upload company logo", "Upload company icon").
 * @throws HTTPException 400 without a form's Content-Type, without a file, with one of another type (by its name and by
 * its first bytes), with a form that breaks off, and above 2 GiB.
 */
export const receiveImage = async (c: SandboxContext): Promise<ReceivedImage> => {
  const boundary = boundaryOf(c.req.header('content-type') ?? '');
  if (mediaType(c) !== 'multipart/form-data' || boundary === null) {
    throw refuse({ 'Content-Type': 'must be multipart/form-data with a boundary' });
  }
  const { body } = c.req.raw;
  if (body === null) throw refuse({ file: 'required' });
  const hash = createHash('sha256');
  let contentType: UploadedImage['contentType'] = 'image/png';
  let size = 0;
  let head: Buffer = Buffer.alloc(0);
  let kept: Buffer[] | null = [];
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > acceptedAtMost) throw refuse({ file: 'larger than 2 GiB' });
    hash.update(piece);
    if (head.length < longestMagic) head = Buffer.concat([head, piece]).subarray(0, longestMagic);
    if (size > keptAtMost) kept = null;
    kept?.push(Buffer.from(piece));
  };
  const open = (part: FilePart) => {
    contentType = typeOf(part);
    return take;
  };

  let part: FilePart | null;
  try {
    part = await readFirstFile(body, boundary, open);
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse({ body: error.message });
    throw error;
  }
  if (part === null) throw refuse({ file: 'required' });
  const sha256 = hash.digest('hex');
  c.get('noteFile')({ name: part.fileName, contentType: part.contentType ?? '', size, sha256 });
  if (magic[contentType].some((byte, index) => head[index] !== byte)) {
    throw refuse({ file: `does not begin as ${contentType} does` });
  }
  // An assignment inside a callback is out of sight of the compiler.
  const pieces = kept as readonly Buffer[] | null;
  return { contentType, size, sha256, bytes: pieces === null ? null : Buffer.concat(pieces) };
};
