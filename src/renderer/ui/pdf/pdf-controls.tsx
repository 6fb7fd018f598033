import { ChevronDown, ChevronUp, ZoomIn, ZoomOut } from 'lucide-react';
import { percent } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { IconButton } from '../button/button.tsx';

interface PdfControlsProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly scale: number;
  readonly isFitted: boolean;
  /** Undefined fits the page to the width. */
  readonly onZoom: (scale: number | undefined) => void;
}

const STEP = 1.25;

/** Which page, and how large. */
export function PdfControls({ page, pages, onPage, scale, isFitted, onZoom }: PdfControlsProps) {
  return (
    <div className="pdf-controls">
      <IconButton icon={ChevronUp} label={t('pdf.previous')} isDisabled={page <= 1} onPress={() => onPage(page - 1)} />
      <span className="num" aria-live="off" title={t('pdf.page-label', { page, pages })}>
        {t('pdf.page', { page, pages })}
      </span>
      <IconButton
        icon={ChevronDown}
        label={t('pdf.next')}
        isDisabled={page >= pages}
        onPress={() => onPage(page + 1)}
      />
      <span className="pdf-rule" />
      <IconButton icon={ZoomOut} label={t('pdf.zoom-out')} onPress={() => onZoom(Math.max(0.25, scale / STEP))} />
      <button
        type="button"
        className="num pdf-zoom"
        aria-pressed={isFitted}
        title={t('pdf.zoom-fit')}
        onClick={() => onZoom(undefined)}
      >
        {percent(Math.round(scale * 100))}
      </button>
      <IconButton icon={ZoomIn} label={t('pdf.zoom-in')} onPress={() => onZoom(Math.min(4, scale * STEP))} />
    </div>
  );
}
