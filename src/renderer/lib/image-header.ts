/** What the first bytes of a picture say, before anything decodes it. */
export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** Pictures larger than this are not decoded: 20 MB as a file, 40 megapixels unpacked. */
export const IMAGE_LIMITS = { bytes: 20_000_000, pixels: 40_000_000 } as const;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function readPng(bytes: Uint8Array, view: DataView): ImageHeader | undefined {
  if (bytes.length < 24 || PNG.some((byte, index) => bytes[index] !== byte)) return undefined;
  // The first chunk must be IHDR; its width and height follow.
  if (view.getUint32(12) !== 0x49484452) return undefined;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function readJpeg(bytes: Uint8Array, view: DataView): ImageHeader | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // A start-of-frame holds the size; C4, C8 and CC are in the same range but are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/**
 * Type and size of a PNG or JPEG by its own bytes, whatever its name or content type say. Undefined for anything else
 * (an SVG or an HTML page among them), for a size of zero, and for one beyond `IMAGE_LIMITS`.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (bytes.byteLength > IMAGE_LIMITS.bytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readPng(bytes, view) ?? readJpeg(bytes, view);
  if (header === undefined || header.width === 0 || header.height === 0) return undefined;
  return header.width * header.height > IMAGE_LIMITS.pixels ? undefined : header;
}
