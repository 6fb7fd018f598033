import { useCounts } from '../../api/use-counts.ts';
import { focusById } from '../../lib/focus.ts';
import { t } from '../../lib/words.ts';
import { FilterField } from '../../ui/button/filter-field.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import { Toolbar } from '../../ui/layout/pane.tsx';
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
    <Toolbar>
      <h1 className={isNarrow ? 'visually-hidden' : 'list-title'}>{t('audits.title')}</h1>
      <Segmented
        label={t('audits.segment')}
        selected={segment}
        onSelect={show}
        segments={SEGMENTS.map((id) => ({ id, text: t(`audits.segment-${id}`), count: byId?.[id] }))}
      />
      <span className="grow" />
      <FilterField
        id={FILTER_ID}
        label={t('audits.filter')}
        placeholder={t('audits.filter-short')}
        value={filter}
        onChange={setFilter}
        onLeave={() => focusById(GRID_ID)}
      />
    </Toolbar>
  );
}
