/**
 * Files of any size, for measuring downloads. No vendor has them: an id of the form `bench-<bytes>`, or
 * `bench-<bytes>.pdf` for one that begins and ends as a PDF does.
 */
const benchId = /^bench-(\d{1,11})(\.pdf)?$/;
const chunkSize = 256 * 1024;
const pdfHead = new TextEncoder().encode('%PDF-1.7\n');
const pdfTail = new TextEncoder().encode('\n%%EOF\n');

/** Returns the answer to a bench id, streamed with its length announced, or null for any other id. */
export const benchFile = (id: string): Response | null => {
  const match = benchId.exec(id);
  if (match === null) return null;
  const size = Number(match[1]);
  const isPdf = match[2] !== undefined;
  const pattern = Uint8Array.from({ length: chunkSize }, (_, index) => index & 0xff);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent >= size) {
        controller.close();
        return;
      }
      const length = Math.min(chunkSize, size - sent);
      let chunk = pattern.subarray(0, length);
      const isEdge = sent === 0 || sent + length === size;
      if (isPdf && isEdge) {
        chunk = Uint8Array.from(chunk);
        if (sent === 0) chunk.set(pdfHead.subarray(0, length));
        if (sent + length === size) chunk.set(pdfTail.subarray(0, length), Math.max(0, length - pdfTail.length));
      }
      sent += length;
      controller.enqueue(chunk);
    },
  });
  const type = isPdf ? 'application/pdf' : 'application/octet-stream';
  return new Response(body, { headers: { 'Content-Type': type, 'Content-Length': String(size) } });
};
