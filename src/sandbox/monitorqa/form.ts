/** Head of a part of a form that carries a file. */
export type FilePart = {
  readonly name: string;
  readonly fileName: string;
  /** The part's own Content-Type in lower case, without parameters; null when it has none. */
  readonly contentType: string | null;
};

/** Takes the bytes of a part, piece by piece. A piece is only valid during the call. */
type Take = (piece: Uint8Array) => void;

const longestHead = 16 * 1024;
const lineBreak = '\r\n';

const parameter = (header: string, name: string): string | null =>
  new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(header)?.[1] ?? null;

/** Returns the head of a file part, or null for a part without a file name, which is a plain field. */
const readHead = (head: string): FilePart | null => {
  const headers = new Map(
    head.split(lineBreak).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, Math.max(0, colon)).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const disposition = headers.get('content-disposition') ?? '';
  const fileName = parameter(disposition, 'filename');
  if (!/^form-data\b/i.test(disposition) || fileName === null) return null;
  const contentType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? null;
  return { name: parameter(disposition, 'name') ?? '', fileName, contentType };
};

/** Returns the boundary of a form's Content-Type (RFC 2046, 5.1.1), or null when it has none. */
export const boundaryOf = (contentType: string): string | null => {
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  return match?.[1] ?? match?.[2] ?? null;
};

/**
 * Reads a form as it comes, holding no more of it than a piece and a boundary. `open` is called with the head of the
 * first file and returns what takes its bytes; plain fields and further files are passed over ("Only the first file in
 * the request body will be processed"). Returns that head, or null when the form has no file.
 * @throws SyntaxError when the body is not a whole form of this boundary.
 */
export const readFirstFile = async (
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  open: (part: FilePart) => Take,
): Promise<FilePart | null> => {
  const delimiter = Buffer.from(`${lineBreak}--${boundary}`, 'latin1');
  // The first boundary has no line break of its own before it.
  let pending: Buffer = Buffer.from(lineBreak);
  let place: 'content' | 'delimiter' | 'head' | 'end' = 'content';
  let first: FilePart | null = null;
  let take: Take | null = null;

  /** Moves on as far as the bytes at hand allow; returns false when more are needed. */
  const step = (): boolean => {
    if (place === 'end') {
      pending = Buffer.alloc(0);
      return false;
    }
    if (place === 'content') {
      const found = pending.indexOf(delimiter);
      const sure = found < 0 ? Math.max(0, pending.length - delimiter.length + 1) : found;
      if (sure > 0) take?.(pending.subarray(0, sure));
      pending = pending.subarray(found < 0 ? sure : found + delimiter.length);
      if (found >= 0) place = 'delimiter';
      return found >= 0;
    }
    if (place === 'delimiter') {
      if (pending.length < 2) return false;
      const mark = pending.toString('latin1', 0, 2);
      if (mark !== '--' && mark !== lineBreak) throw new SyntaxError('A boundary ends in neither -- nor a line break.');
      pending = pending.subarray(2);
      place = mark === '--' ? 'end' : 'head';
      return true;
    }
    const end = pending.indexOf(lineBreak + lineBreak);
    if (end < 0) {
      if (pending.length > longestHead) throw new SyntaxError('The head of a part does not end.');
      return false;
    }
    const part = readHead(pending.toString('utf8', 0, end));
    pending = pending.subarray(end + 2 * lineBreak.length);
    take = part === null || first !== null ? null : open(part);
    first ??= part;
    place = 'content';
    return true;
  };

  for await (const chunk of body) {
    pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk]);
    while (step());
  }
  if ((place as string) !== 'end') throw new SyntaxError('The form breaks off.');
  return first;
};
