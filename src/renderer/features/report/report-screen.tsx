import { ArrowLeft, CircleX, FileText } from 'lucide-react';
import { useEffect } from 'react';
import type { AuditDocument } from '../../../shared/contract/records.ts';
import { errorWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useZone, vendorName } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { useCommands } from '../../lib/commands-state.ts';
import { shortMoment } from '../../lib/dates.ts';
import { useNow } from '../../lib/use-clock.ts';
import type { Layout } from '../../lib/use-media.ts';
import { t } from '../../lib/words.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { Pane, Toolbar } from '../../ui/layout/pane.tsx';
import { SplitPane } from '../../ui/layout/split-pane.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { PdfPane } from './pdf-pane.tsx';
import { PhotoSheet } from './photo-sheet.tsx';
import { ReportHead } from './report-head.tsx';
import { linesAbove, nextFailed } from './report-rows.ts';
import { useReport } from './report-state.ts';
import { ReportTree, TREE_ID } from './report-tree.tsx';
import { useReportSplit } from './report-split-state.ts';
import './report.css';

interface ReportScreenProps {
  readonly id: string;
  /** Opened by asking for the PDF. */
  readonly withPdf: boolean;
  readonly layout: Layout;
  readonly onBack: () => void;
  /** Opens a corrective action by its record id. */
  readonly onOpenAction: (id: string) => void;
}

function NoReport({ audit }: { readonly audit: AuditDocument }) {
  const key = audit.record.status === 'complete' ? 'report.none-unread' : 'report.none-pending';
  return <EmptyState title={t('report.none-title')} text={t(key)} />;
}

/** Reads a report: head and items, and beside them the PDF. In a narrow window one takes the place of the other. */
export function ReportScreen({ id, withPdf, layout, onBack, onOpenAction }: ReportScreenProps) {
  const zone = useZone();
  const now = useNow();
  const audit = useOperation('audits.document', { id });
  const toast = useToast((state) => state.show);
  const { isPdfShown, showPdf, start, currentId, select, expand } = useReport();
  const { width, setWidth } = useReportSplit();
  const isBeside = layout === 'wide' || layout === 'rail';
  const report = audit.data?.report ?? null;
  const items = report?.items ?? [];
  const hasPdf = audit.data?.record.status === 'complete';

  useEffect(() => start(withPdf || isBeside), [id, withPdf, isBeside, start]);
  const isReady = audit.data !== undefined;
  useEffect(() => {
    if (isReady) document.getElementById(TREE_ID)?.focus();
  }, [isReady, id]);

  const goToNextFailed = (): void => {
    const next = nextFailed(items, currentId);
    if (next === undefined) return toast(t('report.no-more-failed'));
    for (const above of linesAbove(items, next.id)) expand(above, true);
    select(next.id);
    document.getElementById(TREE_ID)?.focus();
  };

  useCommands([
    { id: 'back', title: 'command.back', group: 'report', icon: ArrowLeft, keys: ['Escape'], run: onBack },
    {
      id: 'next-failed',
      title: 'command.next-failed',
      group: 'report',
      icon: CircleX,
      keys: [']'],
      run: goToNextFailed,
    },
    {
      id: 'pdf',
      title: 'command.pdf',
      group: 'report',
      icon: FileText,
      keys: ['D'],
      run: () => hasPdf && showPdf(!isPdfShown),
    },
  ]);

  const record = audit.data?.record;
  const selected = items.find((item) => item.id === currentId);
  const tree = (
    <Pane id="report-items" label={t('report.tree')}>
      <Toolbar>
        <IconButton icon={ArrowLeft} label={t('report.back')} keys="Escape" onPress={onBack} />
        {record && <VendorMark {...vendorLook(record.vendor)} />}
        <h1 className="clip" title={audit.data?.head.name}>
          {audit.data?.head.name ?? ''}
        </h1>
        <span className="report-number">
          <RecordNumber value={record?.number ?? ''} />
        </span>
        <span className="grow" />
        {audit.data && (
          <span className="muted num report-age">
            {t('report.as-of', { when: shortMoment(audit.data.readAt, zone, now) })}
          </span>
        )}
        {hasPdf && (
          <IconButton
            icon={FileText}
            label={isPdfShown ? t('pdf.hide') : t('pdf.show')}
            keys="D"
            isPressed={isPdfShown}
            onPress={() => showPdf(!isPdfShown)}
          />
        )}
      </Toolbar>
      {audit.data && (
        <>
          <ReportHead audit={audit.data} zone={zone} now={now} />
          {report === null ? (
            <NoReport audit={audit.data} />
          ) : (
            <ReportTree
              audit={audit.data}
              report={report}
              zone={zone}
              now={now}
              onNextFailed={goToNextFailed}
              onOpenAction={onOpenAction}
            />
          )}
          <PhotoSheet connectionId={audit.data.record.connectionId} />
        </>
      )}
      {audit.error !== null && audit.data === undefined && (
        <div className="report-message">
          <Notice {...errorWords(audit.error)} />
        </div>
      )}
    </Pane>
  );

  if (!isPdfShown || !hasPdf || record === undefined) return tree;
  const pdf = (
    <Pane id="report-pdf" label={t('pdf.title')} isPrintable={false}>
      <PdfPane
        key={id}
        id={id}
        vendor={vendorName(record.vendor)}
        zone={zone}
        now={now}
        seek={selected?.type === 'section' ? undefined : selected?.text}
        onClose={() => showPdf(false)}
      />
    </Pane>
  );
  if (!isBeside) return pdf;
  return (
    <SplitPane
      label={t('part.resize')}
      first={tree}
      second={pdf}
      size={width}
      onResize={setWidth}
      minFirst={400}
      minSecond={320}
      maxSecond={1000}
    />
  );
}
