import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.byteLength, 0);
  head.write(type, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), body])), 0);
  return Buffer.concat([head, body, tail]);
};

/**
 * Returns a PNG file (8-bit RGB, each row filtered against the one above, which suits gradients).
 * @throws RangeError when `pixels` does not hold exactly width x height x 3 bytes.
 */
export const encodePng = (width: number, height: number, pixels: Uint8ClampedArray): Uint8Array => {
  const stride = width * 3;
  if (pixels.byteLength !== stride * height) throw new RangeError('The pixels do not fill the picture.');
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const filtered = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const target = row * (stride + 1);
    const source = row * stride;
    filtered[target] = 2;
    for (let offset = 0; offset < stride; offset += 1) {
      const above = row === 0 ? 0 : (pixels[source - stride + offset] ?? 0);
      filtered[target + 1 + offset] = (pixels[source + offset] ?? 0) - above;
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filtered, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ]);
};
