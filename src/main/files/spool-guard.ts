import { Transform } from 'node:stream';
import { AppError } from '../../shared/errors/app-error.ts';
import { isPicture, SNIFF_BYTES, sniffType, type SniffedType } from './sniff.ts';

/** What a file must be to be taken, by its own first bytes. `logo`: the two kinds of picture a company's logo may be. */
export type SpoolExpectation = 'any' | 'image' | 'logo';

const TAKES: Readonly<
  Record<SpoolExpectation, { readonly what: string; readonly is: (type: SniffedType) => boolean }>
> = {
  any: { what: 'a file', is: () => true },
  image: { what: 'an image', is: isPicture },
  logo: { what: 'a PNG or a JPEG', is: (type) => type === 'image/png' || type === 'image/jpeg' },
};

interface GuardOptions {
  readonly expect: SpoolExpectation;
  readonly maxBytes: number;
}

/**
 * Passes bytes on and fails as soon as it is clear that the file is not to be taken: by its first bytes, not after a
 * gigabyte. Fails with AppError `file-wrong-type` (data: `type`), or `bad-input` (data: `reason`) for one that is
 * `empty` or `too-large`.
 */
export function spoolGuard({ expect, maxBytes }: GuardOptions): Transform {
  let head: Buffer = Buffer.alloc(0);
  let bytes = 0;
  let isChecked = false;

  const wrongType = (): AppError | null => {
    isChecked = true;
    const type = sniffType(head);
    if (TAKES[expect].is(type)) return null;
    return new AppError('file-wrong-type', `The file is not ${TAKES[expect].what}.`, { data: { type } });
  };

  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        const data = { reason: 'too-large', maxBytes };
        return done(new AppError('bad-input', `The file has more than ${maxBytes} bytes.`, { data }));
      }
      if (!isChecked) head = Buffer.concat([head, chunk.subarray(0, SNIFF_BYTES - head.length)]);
      const error = isChecked || head.length < SNIFF_BYTES ? null : wrongType();
      return error === null ? done(null, chunk) : done(error);
    },
    flush(done) {
      if (bytes === 0) {
        return done(new AppError('bad-input', 'The file is empty: it has 0 bytes.', { data: { reason: 'empty' } }));
      }
      return done(isChecked ? null : wrongType());
    },
  });
}
