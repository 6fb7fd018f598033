import { describe, expect, it } from 'vitest';
import { IMAGE_LIMITS, readImageHeader } from '../../src/renderer/lib/image-header.ts';

function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** A JPEG's first segments: an application segment to skip, a table, then the frame. */
function jpeg(width: number, height: number): Uint8Array {
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 0, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc4, 0, 4, 0, 0, ...frame]);
}

describe('readImageHeader', () => {
  it('reads type and size from the bytes themselves', () => {
    expect(readImageHeader(png(640, 480))).toEqual({ type: 'image/png', width: 640, height: 480 });
    expect(readImageHeader(jpeg(4032, 3024))).toEqual({ type: 'image/jpeg', width: 4032, height: 3024 });
  });

  it('refuses a picture that unpacks beyond the limit, however small its file', () => {
    expect(readImageHeader(png(100_000, 100_000))).toBeUndefined();
    expect(readImageHeader(png(8000, 5000))?.width).toBe(8000);
    expect(readImageHeader(png(8001, 5000))).toBeUndefined();
  });

  it('refuses a file beyond the limit', () => {
    const large = new Uint8Array(IMAGE_LIMITS.bytes + 1);
    large.set(png(10, 10));
    expect(readImageHeader(large)).toBeUndefined();
  });

  it.each([
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['an HTML page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
    ['a GIF', new TextEncoder().encode('GIF89a..........................')],
    ['nothing', new Uint8Array(0)],
    ['a PNG cut off in its head', png(640, 480).slice(0, 20)],
    ['a PNG without its first chunk', png(640, 480).fill(0, 12, 16)],
    ['a JPEG cut off before its frame', jpeg(640, 480).slice(0, 12)],
    ['a JPEG whose segments lead nowhere', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1, 2, 3, 4, 5, 6])],
    ['a picture of no size', png(0, 480)],
  ])('refuses %s', (_, bytes) => {
    expect(readImageHeader(bytes)).toBeUndefined();
  });
});
