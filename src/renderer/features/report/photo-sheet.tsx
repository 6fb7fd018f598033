import { ChevronLeft, ChevronRight } from 'lucide-react';
import { t } from '../../lib/words.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { Sheet } from '../../ui/palette/sheet.tsx';
import { ReportPicture } from './report-picture.tsx';
import { useReport } from './report-state.ts';

/** A photo as large as the window has room for; the arrows go to the item's other photos. */
export function PhotoSheet({ connectionId }: { readonly connectionId: string }) {
  const { photo, showPhoto } = useReport();
  const photoId = photo?.photoIds[photo.index];
  if (photo === undefined || photoId === undefined) return null;
  const total = photo.photoIds.length;
  const go = (step: number): void => showPhoto({ ...photo, index: (photo.index + step + total) % total });
  const width = Math.min(1048, globalThis.innerWidth - 80);
  const height = Math.max(200, globalThis.innerHeight - 190);
  const label = t('report.photo', { number: photo.index + 1, total });
  return (
    <Sheet isOpen isWide onClose={() => showPhoto(undefined)} title={photo.title} closeLabel={t('report.photo-close')}>
      {/* The arrow keys turn the pages wherever the focus is in the sheet. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className="photo-sheet"
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') go(-1);
          if (event.key === 'ArrowRight') go(1);
        }}
      >
        <ReportPicture
          connectionId={connectionId}
          photoId={photoId}
          label={label}
          width={width}
          height={height}
          fit="contain"
        />
        <div className="photo-sheet-foot">
          <IconButton
            icon={ChevronLeft}
            label={t('report.photo-previous')}
            isDisabled={total < 2}
            onPress={() => go(-1)}
          />
          <span className="num">{label}</span>
          <IconButton icon={ChevronRight} label={t('report.photo-next')} isDisabled={total < 2} onPress={() => go(1)} />
        </div>
      </div>
    </Sheet>
  );
}
