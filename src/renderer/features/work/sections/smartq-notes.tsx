import { FileText, Lock } from 'lucide-react';
import { fullMoment } from '../../../lib/dates.ts';
import { count, fileSize } from '../../../lib/numbers.ts';
import { t } from '../../../lib/words.ts';
import { Tag } from '../../../ui/button/tag.tsx';
import { DetailSection } from '../../../ui/detail/detail.tsx';
import { RichText } from '../html/vendor-html.tsx';
import { FieldList } from '../other-fields.tsx';
import { momentOf, numberAt, rowsOf, textAt, type Raw } from '../raw.ts';
import type { SectionProps } from './section-props.ts';

const KNOWN: ReadonlySet<string> = new Set([
  'id',
  'ticket_id',
  'text',
  'private',
  'owner_id',
  'insert_time',
  'update_time',
  'files',
]);

const TRUE: readonly unknown[] = [true, 1, '1', 'true'];

interface NoteProps extends Pick<SectionProps, 'zone' | 'now'> {
  readonly row: Raw;
  readonly nameOf: (vendorId: string) => string | undefined;
}

/** Files by name and size, as a note's own data list them. */
function NoteFiles({ files }: { readonly files: readonly Raw[] }) {
  return (
    <ul className="note-files" aria-label={t('work.note-files')}>
      {files.map((file, index) => {
        const size = numberAt(file, 'size');
        return (
          <li key={textAt(file, 'id') ?? index} className="attached-name">
            <FileText className="icon icon-14" aria-hidden="true" />
            <span className="clip">{textAt(file, 'name') ?? t('work.file-unnamed')}</span>
            {size !== null && <span className="num muted">{fileSize(size)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Note({ row, nameOf, zone, now }: NoteProps) {
  const owner = textAt(row, 'owner_id');
  const author =
    owner === null ? t('work.note-no-author') : (nameOf(owner) ?? t('work.note-author-unknown', { id: owner }));
  const at = momentOf(row['insert_time']);
  const text = textAt(row, 'text');
  const files = rowsOf(row['files']) ?? [];
  const isPlain = Object.keys(row).every((name) => KNOWN.has(name));
  return (
    <li className="note">
      <p className="note-head">
        <span className="note-author">{author}</span>
        {at !== null && <time dateTime={at}>{fullMoment(at, zone, now)}</time>}
        {TRUE.includes(row['private']) && <Tag icon={Lock} text={t('work.note-private')} />}
      </p>
      {text === null ? <p className="muted">{t('work.note-empty')}</p> : <RichText text={text} />}
      {files.length > 0 && <NoteFiles files={files} />}
      {!isPlain && <FieldList raw={row} known={KNOWN} />}
    </li>
  );
}

interface NotesProps extends Pick<SectionProps, 'zone' | 'now'> {
  /** The part `notes` of a ticket; undefined until it was read. */
  readonly part: unknown;
  readonly nameOf: (vendorId: string) => string | undefined;
}

/** The notes of a ticket in the vendor's order, who wrote them and when. */
export function SmartqNotes({ part, nameOf, zone, now }: NotesProps) {
  const rows = part === undefined ? null : rowsOf(part);
  return (
    <DetailSection title={t('work.notes')} {...(rows?.length ? { end: count(rows.length) } : {})}>
      {rows === null && <p className="muted">{t('work.notes-unread')}</p>}
      {rows?.length === 0 && <p className="muted">{t('work.notes-none')}</p>}
      {rows !== null && rows.length > 0 && (
        <ol className="notes" aria-label={t('work.notes')}>
          {rows.map((row, index) => (
            <Note key={textAt(row, 'id') ?? index} row={row} nameOf={nameOf} zone={zone} now={now} />
          ))}
        </ol>
      )}
    </DetailSection>
  );
}
