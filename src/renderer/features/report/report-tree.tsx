import type { AuditDocument } from '../../../shared/contract/records.ts';
import type { AuditReport } from '../../../shared/model/audit-report.ts';
import { ROW_HEIGHTS, useAppearance } from '../../lib/appearance-state.ts';
import { usePrint } from '../../lib/print-state.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { TreeGrid } from '../../ui/tree/tree-grid.tsx';
import { hasInset, ItemInset } from './item-inset.tsx';
import { ReportLine } from './report-line.tsx';
import { reportRows, type ReportRow } from './report-rows.ts';
import { foldKey, ITEM_SEGMENTS, useReport, type ItemSegment } from './report-state.ts';

export const TREE_ID = 'report-tree';

interface ReportTreeProps {
  readonly audit: AuditDocument;
  readonly report: AuditReport;
  readonly zone: string;
  readonly now: Date;
  readonly onNextFailed: () => void;
  readonly onOpenAction: (id: string) => void;
}

const rowClass = ({ item, isMatch }: ReportRow): string =>
  [item.type === 'section' && item.depth === 0 ? 'is-section' : '', isMatch ? '' : 'is-context'].join(' ').trim();

/** Nothing folded: paper cannot be unfolded. */
const allOpen = (report: AuditReport, segment: ItemSegment): ReadonlyMap<string, boolean> =>
  new Map(report.items.map(({ id }) => [foldKey(segment, id), true]));

/** The report's items as a tree. In the notes and photos segments everything stands open. */
export function ReportTree({ audit, report, zone, now, onNextFailed, onOpenAction }: ReportTreeProps) {
  const density = useAppearance((state) => state.density);
  const { segment, folds, currentId, show, select, expand } = useReport();
  const isPrinting = usePrint((state) => state.isPrinting);
  const rows = reportRows(report.items, segment, isPrinting ? allOpen(report, segment) : folds);
  const current = Math.max(
    0,
    rows.findIndex(({ id }) => id === currentId),
  );
  const opensAll = segment === 'notes' || segment === 'photos';
  const isOpen = (row: ReportRow): boolean =>
    hasInset(row.item) && (isPrinting || row.id === currentId || (opensAll && row.isMatch));
  const facts = { connectionId: audit.record.connectionId, zone, now, onOpenAction };
  return (
    <>
      <div className="report-segments">
        <Segmented
          label={t('report.segment')}
          selected={segment}
          onSelect={show}
          segments={ITEM_SEGMENTS.map((id) => ({ id, text: t(`report.segment-${id}`), count: report.counts[id] }))}
        />
        <span className="grow" />
        {report.counts.failed > 0 && (
          <Button look="quiet" keys="]" onPress={onNextFailed}>
            {t('report.next-failed')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          testId="state-empty-by-filter"
          text={t('report.empty-segment', { segment: t(`report.segment-${segment}`) })}
          action={<Button onPress={() => show('all')}>{t('report.show-all')}</Button>}
        />
      ) : (
        <TreeGrid
          id={TREE_ID}
          label={t('report.tree')}
          rows={rows}
          current={current}
          onCurrent={(index) => select(rows[index]?.id)}
          onExpand={expand}
          rowHeight={ROW_HEIGHTS[density].item}
          rowClass={rowClass}
          renderRow={(row) => <ReportLine row={row} isOpen={isOpen(row)} />}
          renderInset={(row) => (isOpen(row) ? <ItemInset item={row.item} {...facts} /> : undefined)}
        />
      )}
    </>
  );
}
