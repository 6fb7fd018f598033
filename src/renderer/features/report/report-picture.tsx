import { t } from '../../lib/words.ts';
import { SafeImage } from '../../ui/picture/safe-image.tsx';
import { useReport } from './report-state.ts';
import { useVendorPicture } from '../../api/use-vendor-file.ts';

interface PictureProps {
  readonly connectionId: string;
  readonly photoId: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly fit?: 'cover' | 'contain';
  readonly isPaper?: boolean;
}

/** A photo or signature of the vendor, or one line that says why there is none. */
export function ReportPicture({ connectionId, photoId, ...shown }: PictureProps) {
  const { blob, isMissing } = useVendorPicture(connectionId, photoId);
  return (
    <SafeImage
      {...shown}
      blob={blob}
      refused={t('report.photo-refused')}
      missing={isMissing ? t('report.photo-failed') : undefined}
    />
  );
}

interface PhotosProps {
  readonly connectionId: string;
  readonly photoIds: readonly string[];
  /** What the photos belong to. */
  readonly item: string;
}

/** Thumbnails in a row; each opens large. */
export function ReportPhotos({ connectionId, photoIds, item }: PhotosProps) {
  const showPhoto = useReport((state) => state.showPhoto);
  if (photoIds.length === 0) return null;
  return (
    <div className="thumbs">
      {photoIds.map((photoId, index) => {
        const label = t('report.photo-of', { number: index + 1, total: photoIds.length, item });
        return (
          <button
            key={photoId}
            type="button"
            className="thumb"
            title={t('report.photo-open')}
            onClick={() => showPhoto({ photoIds, index, title: item })}
          >
            <ReportPicture connectionId={connectionId} photoId={photoId} label={label} width={76} height={57} />
          </button>
        );
      })}
    </div>
  );
}
