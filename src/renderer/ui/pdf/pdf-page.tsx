import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/words.ts';
import { PDF_PIXEL_LIMIT } from './open-pdf.ts';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  readonly pages: number;
  readonly scale: number;
  /** Size in pixels until the page itself says its own. */
  readonly width: number;
  readonly height: number;
}

/** Draws a page, then lays its text over it for selecting and for those who listen. */
async function draw(page: PDFPageProxy, scale: number, canvas: HTMLCanvasElement, text: HTMLElement) {
  const { TextLayer } = await import('pdfjs-dist');
  const viewport = page.getViewport({ scale });
  const ratio = Math.min(
    globalThis.devicePixelRatio || 1,
    Math.sqrt(PDF_PIXEL_LIMIT / (viewport.width * viewport.height)),
  );
  canvas.width = Math.floor(viewport.width * ratio);
  canvas.height = Math.floor(viewport.height * ratio);
  const drawing = page.render({
    canvas,
    viewport,
    // Annotations are drawn as they look; nothing of them can be pressed, so no link is followed and no file launched.
    annotationMode: 1,
    ...(ratio === 1 ? {} : { transform: [ratio, 0, 0, ratio, 0, 0] }),
  });
  text.replaceChildren();
  text.style.setProperty('--total-scale-factor', String(scale));
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  return {
    cancel: () => {
      drawing.cancel();
      layer.cancel();
    },
    done: Promise.allSettled([drawing.promise, layer.render()]),
  };
}

/** One page of a PDF at a scale. */
export function PdfPage({ document, number, pages, scale, width, height }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState<{ width: number; height: number }>();

  useEffect(() => {
    let isCurrent = true;
    let cancel = (): void => undefined;
    const show = async (): Promise<void> => {
      const page = await document.getPage(number);
      if (!isCurrent || canvas.current === null || text.current === null) return;
      const viewport = page.getViewport({ scale: 1 });
      setOwn({ width: viewport.width, height: viewport.height });
      const drawing = await draw(page, scale, canvas.current, text.current);
      if (!isCurrent) return drawing.cancel();
      cancel = drawing.cancel;
      await drawing.done;
    };
    show().catch(() => undefined);
    return () => {
      isCurrent = false;
      cancel();
    };
  }, [document, number, scale]);

  const size = { width: (own?.width ?? width) * scale, height: (own?.height ?? height) * scale };
  return (
    <div role="group" className="pdf-page" aria-label={t('pdf.page-label', { page: number, pages })} style={size}>
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className="pdf-text selectable" />
    </div>
  );
}
