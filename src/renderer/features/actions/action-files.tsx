import { FileText } from 'lucide-react';
import type { ActionView } from '../../../shared/contract/outbox.ts';
import type { ActionFile } from '../../../shared/model/action-document.ts';
import { useVendorPicture } from '../../api/use-vendor-file.ts';
import { fullMoment } from '../../lib/dates.ts';
import { count } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { DetailSection, Field } from '../../ui/detail/detail.tsx';
import { SafeImage } from '../../ui/picture/safe-image.tsx';

/** A picture as a picture, anything else by its name. */
function AttachedFile({ connectionId, file }: { readonly connectionId: string; readonly file: ActionFile }) {
  const { blob, isMissing } = useVendorPicture(connectionId, file.id);
  const label = file.name ?? t('actions.file');
  if (file.contentType !== null && !/^image\/(png|jpe?g)$/.test(file.contentType)) {
    return (
      <li className="attached-name">
        <FileText className="icon icon-14" aria-hidden="true" />
        <span className="clip">{label}</span>
      </li>
    );
  }
  return (
    <li className="attached" title={label}>
      <SafeImage
        blob={blob}
        label={label}
        width={94}
        height={70}
        refused={t('report.photo-refused')}
        missing={isMissing ? t('report.photo-failed') : undefined}
      />
    </li>
  );
}

interface FilesProps {
  readonly title: string;
  readonly text?: string | null;
  readonly connectionId: string;
  readonly files: readonly ActionFile[];
}

function Files({ title, text = null, connectionId, files }: FilesProps) {
  if (files.length === 0 && (text === null || text === '')) return null;
  return (
    <DetailSection title={title} {...(files.length === 0 ? {} : { end: count(files.length) })}>
      {text !== null && text !== '' && <p className="selectable detail-long">{text}</p>}
      {files.length > 0 && (
        <ul className="attached-list" aria-label={title}>
          {files.map((file) => (
            <AttachedFile key={file.id} connectionId={connectionId} file={file} />
          ))}
        </ul>
      )}
    </DetailSection>
  );
}

/** What hangs on the action: what was found, and what was reported back. */
export function ActionFiles({ view: { action, record } }: { readonly view: ActionView }) {
  const { information } = action;
  const photo = (id: string): ActionFile => ({ id, name: null, contentType: null, updatedAt: null });
  const { connectionId } = record;
  return (
    <>
      <Files title={t('actions.files')} connectionId={connectionId} files={action.files} />
      <Files
        title={t('actions.reported')}
        text={information.text}
        connectionId={connectionId}
        files={[...information.photoIds.map(photo), ...information.files]}
      />
    </>
  );
}

interface CourseProps {
  readonly view: ActionView;
  readonly zone: string;
  readonly now: Date;
}

/** Who raised, approved or let it expire, and when. */
export function ActionCourse({ view: { action }, zone, now }: CourseProps) {
  const by = (role: 'author' | 'approver'): string =>
    action.people
      .filter((person) => person.role === role)
      .map(({ name }) => name)
      .join(', ');
  const line = (name: string, at: string | null): string =>
    [name, at === null ? '' : fullMoment(at, zone, now)].filter(Boolean).join(', ');
  const lines = [
    [t('actions.field.raised'), line(by('author'), action.createdAt)],
    [t('actions.field.approved'), line(by('approver'), action.approvedAt)],
    [t('actions.field.expired'), line(action.expiredBy ?? '', action.expiredAt)],
  ].filter(([, words]) => words !== '');
  if (lines.length === 0) return null;
  return (
    <DetailSection title={t('actions.course')}>
      <dl className="detail-fields is-inset">
        {lines.map(([name = '', words]) => (
          <Field key={name} name={name}>
            <span className="num">{words}</span>
          </Field>
        ))}
      </dl>
    </DetailSection>
  );
}
