import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler makes the address; the file itself has no default
import workerPath from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { workerUrl } from '../../lib/trusted-types.ts';
import { standardFontAddress } from './standard-fonts.ts';

/** Gives the worker a bundled font by its name. Anything else it may ask for (character maps, WebAssembly) is refused. */
class BundledFonts {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const address = standardFontAddress(filename);
    if (kind !== 'standardFontDataUrl' || address === undefined) throw new Error(`Not bundled: ${filename}`);
    const response = await fetch(address);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** An open document with the worker that reads it. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/** Why a file cannot be shown: `locked` asks for a password; everything else is `broken`. */
export class PdfProblem extends Error {
  readonly kind: 'locked' | 'broken';
  constructor(kind: 'locked' | 'broken', cause: unknown) {
    super(`The PDF is ${kind}.`, { cause });
    this.name = 'PdfProblem';
    this.kind = kind;
  }
}

/** A document that takes longer than this to open is given up: some are made to keep a reader busy for ever. */
const OPEN_LIMIT_MS = 20_000;
/** No picture in a PDF is unpacked beyond this many pixels, and no page drawn beyond it. */
export const PDF_PIXEL_LIMIT = 40_000_000;

/**
 * Opens a PDF for reading only: no scripts (this build of pdf.js has no evaluator, and the scripting sandbox is not
 * bundled), no XFA, no WebAssembly, nothing fetched but bundled fonts. Each document has a worker of its own, so that
 * one that hangs is ended with it.
 *
 * @throws PdfProblem
 */
export async function openPdf(blob: Blob): Promise<OpenPdf> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist');
  const thread = new Worker(workerUrl(workerPath), { type: 'module' });
  const worker = new PDFWorker({ port: thread as unknown as null });
  let task: PDFDocumentLoadingTask | undefined;
  const close = (): void => {
    void task?.destroy();
    worker.destroy();
    thread.terminate();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    task = getDocument({
      data: new Uint8Array(await blob.arrayBuffer()),
      worker,
      enableXfa: false,
      disableAutoFetch: true,
      disableStream: true,
      disableRange: true,
      useWorkerFetch: false,
      useWasm: false,
      stopAtErrors: false,
      maxImageSize: PDF_PIXEL_LIMIT,
      standardFontDataUrl: 'bundled/',
      BinaryDataFactory: BundledFonts,
      verbosity: 0,
    });
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Opening took too long.')), OPEN_LIMIT_MS);
    });
    return { document: await Promise.race([task.promise, tooLong]), close };
  } catch (thrown) {
    close();
    const isLocked = thrown instanceof Error && thrown.name === 'PasswordException';
    throw new PdfProblem(isLocked ? 'locked' : 'broken', thrown);
  } finally {
    clearTimeout(timer);
  }
}
