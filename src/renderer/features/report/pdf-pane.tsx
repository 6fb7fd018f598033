import { Check, FileText, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { useBlobUrl } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { copyText } from '../../lib/copy.ts';
import { dayAndTime } from '../../lib/dates.ts';
import { fileSize, shortHash } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { Dot, Toolbar } from '../../ui/layout/pane.tsx';
import { PdfView } from '../../ui/pdf/pdf-view.tsx';
import { useReportPdf } from '../../api/use-vendor-file.ts';
import { PdfFileButtons } from './pdf-file-buttons.tsx';

interface PdfPaneProps {
  readonly id: string;
  readonly vendor: string;
  readonly zone: string;
  readonly now: Date;
  /** The text of the selected item: the PDF goes to its page. */
  readonly seek: string | undefined;
  readonly onClose: () => void;
}

function Title({ name }: { readonly name: string }) {
  return (
    <>
      <FileText className="icon" aria-hidden="true" />
      <h2 className="pdf-name clip" title={name}>
        {name}
      </h2>
    </>
  );
}

/** Since when the file is kept, how large it is, and its hash to compare. */
function KeptFile({
  file,
  zone,
  now,
}: { readonly file: { savedAt: string; bytes: number; sha256: string } } & Pick<PdfPaneProps, 'zone' | 'now'>) {
  const toast = useToast((state) => state.show);
  const copy = async (): Promise<void> => {
    if (await copyText(file.sha256)) toast(t('part.copied'));
  };
  return (
    <>
      <Check className="icon icon-14 pdf-kept" aria-hidden="true" />
      <span className="clip num">{t('pdf.kept', { when: dayAndTime(file.savedAt, zone, now) })}</span>
      <Dot />
      <span className="num">{fileSize(file.bytes)}</span>
      <Dot />
      <button
        type="button"
        className="mono muted pdf-hash"
        title={t('pdf.hash', { hash: file.sha256 })}
        onClick={() => void copy()}
      >
        <span className="visually-hidden">{t('pdf.hash-copy')}</span>
        {shortHash(file.sha256)}
      </button>
    </>
  );
}

/** The PDF of a report: kept on this computer and readable off line once it was fetched. */
export function PdfPane({ id, vendor, zone, now, seek, onClose }: PdfPaneProps) {
  const { file, blob, error, isFetching, progress, retry, again } = useReportPdf(id, true);
  const url = useBlobUrl(blob);
  const toast = useToast((state) => state.show);
  const [isAgain, setAgain] = useState(false);
  const fetchAgain = async (): Promise<void> => {
    setAgain(true);
    try {
      await again();
    } catch (thrown) {
      toast(errorWords(thrown, vendor).what);
    } finally {
      setAgain(false);
    }
  };
  const close = <IconButton icon={X} label={t('pdf.hide')} keys="D" onPress={onClose} />;

  if (file !== undefined && blob !== undefined) {
    return (
      <PdfView
        blob={blob}
        seek={seek}
        title={<Title name={file.name} />}
        actions={
          <>
            <span className="pdf-rule" />
            <IconButton
              icon={RotateCcw}
              label={t('pdf.again')}
              isDisabled={isAgain}
              onPress={() => void fetchAgain()}
            />
            <PdfFileButtons file={file} url={url} />
            {close}
          </>
        }
        strip={<KeptFile file={file} zone={zone} now={now} />}
        renderProblem={(kind) => (
          <Notice
            what={t(kind === 'locked' ? 'pdf.locked-what' : 'pdf.broken-what')}
            data={t('pdf.broken-data')}
            todo={t('pdf.broken-do')}
            code={kind === 'locked' ? 'pdf-locked' : 'pdf-broken'}
          />
        )}
      />
    );
  }
  const bytes = progress?.unit === 'bytes' ? progress.done : 0;
  return (
    <>
      <Toolbar>
        <Title name={t('pdf.title')} />
        <span className="grow" />
        {close}
      </Toolbar>
      <div className="pdf-message">
        {error !== null && !isFetching && (
          <Notice {...errorWords(error, vendor)} actions={<Button onPress={retry}>{t('notice.again')}</Button>} />
        )}
        {isFetching && (
          <Progress
            label={bytes > 0 ? t('pdf.fetching-bytes', { size: fileSize(bytes) }) : t('pdf.fetching')}
            value={progress?.total === undefined ? undefined : progress.done / Math.max(1, progress.total)}
          />
        )}
      </div>
    </>
  );
}
