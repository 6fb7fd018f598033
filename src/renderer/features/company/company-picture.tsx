import { useState } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import type { OutboxRow } from '../../../shared/model/outbox.ts';
import { errorWords } from '../../api/error-words.ts';
import { isUndoable } from '../../api/use-outbox.ts';
import { useVendorPicture } from '../../api/use-vendor-file.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { fileSize } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { DraftTag } from '../../ui/diff/old-new.tsx';
import { DropZone } from '../../ui/drop/drop-zone.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { FileButton } from '../../ui/fields/file-button.tsx';
import { SafeImage } from '../../ui/picture/safe-image.tsx';
import { judgePicture, offerFor, PICTURE_TYPES, type Judgement, type Place } from './judge-picture.ts';
import { usePictureUpload } from './use-picture-upload.ts';

/** The boxes the vendor shows them in: a wide one for the logo, a square for the icon. */
const BOXES = { logo: { width: 280, height: 84 }, icon: { width: 84, height: 84 } } as const;

interface CompanyPictureProps {
  readonly connection: Connection;
  readonly company: string;
  readonly place: Place;
  readonly vendorFileId: string | null;
  /** A picture for this place that waits in the outbox. */
  readonly queued: OutboxRow | undefined;
}

/** What the vendor has now. */
function Present({
  connection,
  company,
  place,
  vendorFileId,
}: CompanyPictureProps & { readonly vendorFileId: string }) {
  const { blob, isMissing } = useVendorPicture(connection.id, vendorFileId);
  return (
    <SafeImage
      blob={blob}
      label={t(`company.${place}-of`, { company })}
      {...BOXES[place]}
      fit="contain"
      refused={t('report.photo-refused')}
      missing={isMissing ? t('report.photo-failed') : undefined}
    />
  );
}

interface ChosenProps extends CompanyPictureProps {
  readonly judged: Judgement;
  readonly onDone: () => void;
}

/** A picture that was chosen, as the vendor would show it, before it goes anywhere. */
function Chosen({ connection, company, place, judged, onDone }: ChosenProps) {
  const upload = usePictureUpload(connection.id, place, onDone);
  const vendor = vendorName(connection.vendor);
  if (!judged.ok) {
    return (
      <div role="alert">
        <Notice
          tone="warn"
          what={t('company.refuse-title')}
          data={judged.reason}
          todo={t('company.refuse-do')}
          actions={<Button onPress={onDone}>{t('company.refuse-close')}</Button>}
        />
      </div>
    );
  }
  const { file, header } = judged;
  return (
    <div className="picture-chosen">
      <div className={`picture-box is-${place}`}>
        <SafeImage
          blob={file}
          label={t(`company.preview-${place}`, { company })}
          {...BOXES[place]}
          fit="contain"
          refused={t('company.too-large-preview')}
        />
      </div>
      <p className="num muted clip" title={file.name}>
        {t('company.chosen', {
          name: file.name,
          width: header.width,
          height: header.height,
          size: fileSize(file.size),
        })}
      </p>
      {upload.error && <Notice {...errorWords(upload.error, vendor)} />}
      {upload.isPending ? (
        <div className="picture-do">
          <Progress label={t('company.copying')} />
          <Button onPress={upload.cancel}>{t('part.cancel')}</Button>
        </div>
      ) : (
        <div className="picture-do">
          <Button look="primary" onPress={() => upload.keep(file)}>
            {t('company.keep')}
          </Button>
          <Button look="quiet" onPress={onDone}>
            {t('part.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** One picture of a company: what the vendor has, a place to drop another, and a button that does the same. */
export function CompanyPicture(props: CompanyPictureProps) {
  const { connection, company, place, vendorFileId, queued } = props;
  const [judged, setJudged] = useState<Judgement>();
  const upload = usePictureUpload(connection.id, place, () => undefined);
  const title = t(`company.${place}`);
  const take = (files: readonly File[]): void => void judgePicture(files).then(setJudged);
  return (
    <section className="company-picture" aria-label={t(`company.${place}-of`, { company })}>
      <h3>
        {title}
        {queued && <DraftTag text={t('company.in-outbox')} />}
      </h3>
      <DropZone
        label={t(`company.drop-${place}`, { company })}
        offerOf={(files) => offerFor(place, company, files)}
        onFiles={take}
      >
        {judged ? (
          <Chosen {...props} judged={judged} onDone={() => setJudged(undefined)} />
        ) : (
          <div className="picture-present">
            <div className={`picture-box is-${place}`}>
              {vendorFileId === null ? (
                <span className="muted">{t(`company.no-${place}`)}</span>
              ) : (
                <Present {...props} vendorFileId={vendorFileId} />
              )}
            </div>
            <div className="picture-do">
              <FileButton
                text={t('company.choose')}
                label={t(`company.choose-${place}`, { company })}
                accept={PICTURE_TYPES.join(',')}
                onFiles={take}
              />
              {queued && isUndoable(queued) && (
                <Button look="quiet" onPress={() => upload.undo(queued.id)}>
                  {t('outbox.undo')}
                </Button>
              )}
            </div>
            <p className="muted">{t('company.drop-hint')}</p>
            {queued && <p className="form-note is-warn">{t('company.queued', { name: queued.subject })}</p>}
          </div>
        )}
      </DropZone>
    </section>
  );
}
