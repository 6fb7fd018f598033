import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '../../lib/words.ts';
import { useWidth } from '../../lib/use-width.ts';
import { Progress } from '../feedback/progress.tsx';
import { Strip, Toolbar } from '../layout/pane.tsx';
import { findPage } from './find-page.ts';
import { openPdf, PdfProblem } from './open-pdf.ts';
import { PdfControls } from './pdf-controls.tsx';
import { PdfPage } from './pdf-page.tsx';
import './pdf.css';

interface PdfViewProps {
  readonly blob: Blob;
  readonly title: ReactNode;
  readonly actions: ReactNode;
  readonly strip: ReactNode;
  /** Goes to the first page that holds this text, when it changes. */
  readonly seek?: string | undefined;
  /** What stands in place of the pages when the file cannot be shown. */
  readonly renderProblem: (kind: PdfProblem['kind']) => ReactNode;
}

interface Opened {
  readonly document: PDFDocumentProxy;
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
const MARGIN = 20;

const isInRange = (index: number, range: { startIndex: number; endIndex: number }): boolean =>
  index >= range.startIndex && index <= range.endIndex;

function useOpenPdf(blob: Blob): { opened: Opened | undefined; problem: PdfProblem['kind'] | undefined } {
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<PdfProblem['kind']>();
  useEffect(() => {
    let isCurrent = true;
    let close = (): void => undefined;
    setOpened(undefined);
    setProblem(undefined);
    const open = async (): Promise<void> => {
      const pdf = await openPdf(blob);
      if (!isCurrent) return pdf.close();
      close = pdf.close;
      const { width, height } = (await pdf.document.getPage(1)).getViewport({ scale: 1 });
      setOpened({ document: pdf.document, width, height });
    };
    open().catch((thrown: unknown) => {
      if (isCurrent) setProblem(thrown instanceof PdfProblem ? thrown.kind : 'broken');
    });
    return () => {
      isCurrent = false;
      close();
    };
  }, [blob]);
  return { opened, problem };
}

/** A PDF to read: only the pages on screen are drawn. */
export function PdfView({ blob, title, actions, strip, seek, renderProblem }: PdfViewProps) {
  const { opened, problem } = useOpenPdf(blob);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller, 700);
  const [zoom, setZoom] = useState<number>();
  const page = opened ?? { width: 595, height: 842 };
  const pages = opened?.document.numPages ?? 0;
  const scale = zoom ?? Math.min(1.6, Math.max(0.2, (width - 2 * MARGIN) / page.width));

  const virtual = useVirtualizer({
    count: pages,
    getScrollElement: () => scroller.current,
    estimateSize: () => page.height * scale + GAP,
    paddingStart: MARGIN,
    paddingEnd: MARGIN - GAP,
    overscan: 1,
    initialRect: { width: 700, height: 800 },
  });
  useEffect(() => virtual.measure(), [virtual, scale, page.height]);

  const items = virtual.getVirtualItems();
  const middle = (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0) / 2;
  const shown = (items.findLast(({ start }) => start <= middle)?.index ?? 0) + 1;
  const goTo = (number: number): void => virtual.scrollToIndex(number - 1, { align: 'start' });

  const document = opened?.document;
  useEffect(() => {
    if (document === undefined || seek === undefined) return undefined;
    let isCurrent = true;
    const follow = async (): Promise<void> => {
      const found = await findPage(document, seek);
      const isThere = virtual.range !== null && found !== undefined && isInRange(found - 1, virtual.range);
      if (isCurrent && found !== undefined && !isThere) virtual.scrollToIndex(found - 1, { align: 'start' });
    };
    follow().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [document, seek, virtual]);

  return (
    <>
      <Toolbar>
        {title}
        <span className="grow" />
        {opened && (
          <PdfControls
            page={shown}
            pages={pages}
            onPage={goTo}
            scale={scale}
            isFitted={zoom === undefined}
            onZoom={setZoom}
          />
        )}
        {actions}
      </Toolbar>
      <Strip>{strip}</Strip>
      {problem !== undefined && <div className="pdf-message">{renderProblem(problem)}</div>}
      {problem === undefined && (
        // Scrolled with the keyboard too, so it takes the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div ref={scroller} className="pdf-pages" role="group" aria-label={t('pdf.pages')} tabIndex={0}>
          {opened === undefined && (
            <div className="pdf-message">
              <Progress label={t('pdf.opening')} />
            </div>
          )}
          {opened && (
            <div className="pdf-roll" style={{ height: virtual.getTotalSize(), minWidth: page.width * scale }}>
              {items.map((item) => (
                <div
                  key={item.key}
                  data-index={item.index}
                  ref={virtual.measureElement}
                  className="pdf-place"
                  style={{ transform: `translateY(${item.start}px)`, paddingBottom: GAP }}
                >
                  <PdfPage
                    document={opened.document}
                    number={item.index + 1}
                    pages={pages}
                    scale={scale}
                    width={page.width}
                    height={page.height}
                  />
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </>
  );
}
