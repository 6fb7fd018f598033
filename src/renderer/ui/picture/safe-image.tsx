import { ImageOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { readImageHeader } from '../../lib/image-header.ts';
import { classNames } from '../../lib/class-names.ts';
import './picture.css';

interface SafeImageProps {
  /** Undefined while the bytes are on the way. */
  readonly blob: Blob | undefined;
  readonly label: string;
  /** Said in place of a picture that is none. */
  readonly refused: string;
  /** Said when the bytes cannot be had. */
  readonly missing?: string | undefined;
  /** The box in pixels the picture is fitted into; a thumbnail fills it. */
  readonly width: number;
  readonly height: number;
  readonly fit?: 'cover' | 'contain';
  /** Signatures are ink on paper: they stay dark on white in the dark theme. */
  readonly isPaper?: boolean;
}

/** The pixels to draw, chosen so that a thumbnail of a large photo is not unpacked at full size. */
async function decode(blob: Blob, box: { width: number; height: number }): Promise<ImageBitmap | undefined> {
  const header = readImageHeader(new Uint8Array(await blob.arrayBuffer()));
  if (header === undefined) return undefined;
  const scale = Math.min(1, Math.max(box.width / header.width, box.height / header.height));
  return createImageBitmap(new Blob([blob], { type: header.type }), {
    resizeWidth: Math.max(1, Math.round(header.width * scale)),
    resizeHeight: Math.max(1, Math.round(header.height * scale)),
    resizeQuality: 'medium',
  });
}

/**
 * A picture from a vendor. Only a PNG or JPEG by its own bytes and within the limits is decoded, and only into pixels on
 * a canvas: nothing in the file can run or load anything.
 */
export function SafeImage(props: SafeImageProps) {
  const { blob, label, refused, missing, width, height, fit = 'cover', isPaper = false } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  const [size, setSize] = useState({ width: 0, height: 0 });

  useEffect(() => {
    if (blob === undefined) return undefined;
    let isCurrent = true;
    const ratio = globalThis.devicePixelRatio || 1;
    const box = { width: width * ratio, height: height * ratio };
    const draw = async (): Promise<void> => {
      const bitmap = await decode(blob, box).catch(() => undefined);
      if (!isCurrent) return bitmap?.close();
      setFailed(bitmap === undefined);
      const target = canvas.current;
      if (bitmap === undefined || target === null) return undefined;
      const [across, down] = [box.width / bitmap.width, box.height / bitmap.height];
      // A picture is never blown up beyond its own pixels just to fill the window.
      const scale = fit === 'cover' ? Math.max(across, down) : Math.min(across, down, ratio);
      target.width = fit === 'cover' ? box.width : bitmap.width * scale;
      target.height = fit === 'cover' ? box.height : bitmap.height * scale;
      const drawn = { width: bitmap.width * scale, height: bitmap.height * scale };
      const [left, top] = [(target.width - drawn.width) / 2, (target.height - drawn.height) / 2];
      target.getContext('2d')?.drawImage(bitmap, left, top, drawn.width, drawn.height);
      setSize({ width: drawn.width / ratio, height: drawn.height / ratio });
      bitmap.close();
      return undefined;
    };
    void draw();
    return () => {
      isCurrent = false;
    };
  }, [blob, width, height, fit]);

  const problem = missing ?? (failed ? refused : undefined);
  return (
    <span className={classNames('picture', isPaper && 'is-paper')} style={{ width, height }}>
      {problem === undefined ? (
        <canvas ref={canvas} role="img" aria-label={label} style={fit === 'cover' ? { width, height } : size} />
      ) : (
        <span className="picture-missing" title={problem}>
          <ImageOff className="icon" aria-hidden="true" />
          <span className={width < 160 ? 'visually-hidden' : undefined}>{problem}</span>
        </span>
      )}
    </span>
  );
}
