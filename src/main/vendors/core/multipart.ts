/** A file to be sent: its bytes are read when they are sent, as often as a request is made. */
export interface UploadFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** Thrown when a file cannot be sent as it was promised: shorter, longer, or unreadable half-way. */
export class UploadBroken extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UploadBroken';
  }
}

/** A `multipart/form-data` body (RFC 7578) whose length is known before the first byte is read. */
export interface MultipartBody {
  readonly contentType: string;
  readonly contentLength: number;
  /** The body, piece by piece. Throws UploadBroken when the file has not the length it was said to have. */
  readonly chunks: () => AsyncGenerator<Uint8Array>;
}

/** Names in a part's head: quotes and line breaks percent-encoded, as browsers write them. */
const quoted = (name: string): string => name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));

/**
 * Text fields and one file as a multipart body. `boundary` must not stand in the data: give it at least 16 random
 * characters of A-Z, a-z, 0-9, `-` and `_`.
 */
export function multipartBody(
  fields: readonly (readonly [name: string, value: string])[],
  file: { readonly field: string; readonly content: UploadFile },
  boundary: string,
): MultipartBody {
  const text = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  );
  const { field, content } = file;
  const head = Buffer.from(
    `${text.join('')}--${boundary}\r\nContent-Disposition: form-data; name="${quoted(field)}"; ` +
      `filename="${quoted(content.name)}"\r\nContent-Type: ${content.contentType}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    contentLength: head.length + content.bytes + tail.length,
    chunks: async function* () {
      yield head;
      let sent = 0;
      for await (const chunk of content.open()) {
        sent += chunk.length;
        if (sent > content.bytes) break;
        yield chunk;
      }
      if (sent !== content.bytes) throw new UploadBroken('The file changed while it was being sent.');
      yield tail;
    },
  };
}
