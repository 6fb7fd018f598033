import { drawPhoto } from '../../images/photo.ts';
import type { NoteFile } from '../records.ts';

/** The files the sample began with: drawn when asked for, the latest kept, and their sizes. */
export type SmartqFiles = {
  /** Returns the bytes of a file, or null for one that was uploaded. */
  readonly read: (file: NoteFile) => Uint8Array | null;
  /** Bytes of a file, uploaded ones too. */
  readonly sizeOf: (file: NoteFile) => number;
};

const kept = 32;

/** Returns the files of a data set. */
export const createSmartqFiles = (): SmartqFiles => {
  const drawn = new Map<number, Uint8Array>();
  const sizes = new Map<number, number>();

  const read: SmartqFiles['read'] = ({ id, source }) => {
    if (source.kind === 'upload') return null;
    if (source.kind === 'text') return Buffer.from(source.text);
    const bytes = drawn.get(id) ?? drawPhoto(source.scene, source.seed, { withWatermark: false });
    drawn.delete(id);
    drawn.set(id, bytes);
    const [oldest] = drawn.keys();
    if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest);
    return bytes;
  };

  return {
    read,
    sizeOf: (file) => {
      if (file.source.kind === 'upload') return file.source.size;
      const size = sizes.get(file.id) ?? read(file)?.length ?? 0;
      sizes.set(file.id, size);
      return size;
    },
  };
};
