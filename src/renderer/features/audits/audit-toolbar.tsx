import { useCounts } from '../../api/use-counts.ts';
import { t } from '../../lib/words.ts';
import { ListToolbar } from '../../ui/list/list-toolbar.tsx';
import { segmentCounts } from './audit-filter.ts';
import { SEGMENTS, useAudits } from './audits-state.ts';

/** Where `Esc`, Enter and the shortcuts put the focus. */
export const GRID_ID = 'audits-grid';
export const FILTER_ID = 'audits-filter';

/** Title, which audits, and the filter. */
export function AuditToolbar({ isNarrow }: { readonly isNarrow: boolean }) {
  const { segment, show, filter, setFilter } = useAudits();
  const counts = useCounts('audit');
  const byId = counts === undefined ? undefined : segmentCounts(counts);
  return (
    <ListToolbar
      title={t('audits.title')}
      isNarrow={isNarrow}
      segmentLabel={t('audits.segment')}
      segments={SEGMENTS.map((id) => ({ id, text: t(`audits.segment-${id}`), count: byId?.[id] }))}
      selected={segment}
      onSelect={show}
      filterId={FILTER_ID}
      filter={filter}
      onFilter={setFilter}
      gridId={GRID_ID}
    />
  );
}
