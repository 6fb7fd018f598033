import type { Connection } from '../../../shared/model/connection.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { useCounts } from '../../api/use-counts.ts';
import { useOperation } from '../../api/use-operation.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { WORK_VENDORS, type WorkKind } from '../../api/work-kinds.ts';
import { recordStatus } from '../../api/work-words.ts';
import { count } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { ChoiceMenu } from '../../ui/button/choice-menu.tsx';
import { ListToolbar } from '../../ui/list/list-toolbar.tsx';
import { StatusGlyph } from '../../ui/marks/status-chip.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { segmentCounts } from './work-filter.ts';
import { KIND_FACTS, workIds } from './work-kinds.ts';
import { narrow, useNarrowing, useWorkList } from './work-state.ts';

/** Whose records of the kind there are, by the accounts there are. */
const vendorsAmong = (kind: WorkKind, connections: readonly Connection[]): readonly Vendor[] =>
  WORK_VENDORS[kind].filter((vendor) => connections.some((connection) => connection.vendor === vendor));

const ALL = 'all';

/** Which system's records are shown; nothing to choose where there is only one. */
function VendorMenu({ kind }: { readonly kind: WorkKind }) {
  const connections = useOperation('connections.list', {}).data ?? [];
  const narrowing = useNarrowing(({ byKind }) => byKind[kind]);
  const vendors = vendorsAmong(kind, connections);
  if (vendors.length < 2) return null;
  return (
    <ChoiceMenu<Vendor | typeof ALL>
      label={t('work.vendor')}
      none={ALL}
      selected={narrowing.vendor ?? ALL}
      onSelect={(vendor) => {
        const { vendor: _former, ...rest } = narrowing;
        narrow(kind, vendor === ALL ? rest : { ...rest, vendor });
      }}
      choices={[
        { id: ALL, text: t('work.vendor-all') },
        ...vendors.map((vendor) => ({
          id: vendor,
          text: vendorName(vendor),
          lead: <VendorMark {...vendorLook(vendor)} isDecoration size={18} />,
        })),
      ]}
    />
  );
}

/** Which status is shown, where a list has no segments because its statuses are its vendor's or its project's own. */
function StatusMenu({ kind }: { readonly kind: WorkKind }) {
  const counts = useCounts(kind);
  const narrowing = useNarrowing(({ byKind }) => byKind[kind]);
  const known = (counts?.byStatus ?? []).filter(
    (one): one is { status: string; count: number } => one.status !== null && one.status !== ALL,
  );
  if (known.length < 2 && narrowing.status === undefined) return null;
  return (
    <ChoiceMenu<string>
      label={t('work.status')}
      none={ALL}
      selected={narrowing.status ?? ALL}
      onSelect={(status) => {
        const { status: _former, ...rest } = narrowing;
        narrow(kind, status === ALL ? rest : { ...rest, status });
      }}
      choices={[
        { id: ALL, text: t('work.status-all') },
        ...known
          .toSorted((left, right) => right.count - left.count)
          .map(({ status, count: own }) => {
            const { shape, text } = recordStatus(kind, status);
            return {
              id: status,
              text,
              lead: (
                <>
                  <StatusGlyph shape={shape} />
                  <span className="choice-count num">{count(own)}</span>
                </>
              ),
            };
          }),
      ]}
    />
  );
}

/** Title, which records, of which system, and the filter by words. */
export function WorkToolbar({ kind, isNarrow }: { readonly kind: WorkKind; readonly isNarrow: boolean }) {
  const { segment, show, filter, setFilter } = useWorkList(kind);
  const isNarrowed = useNarrowing(({ byKind }) => byKind[kind].vendor !== undefined);
  const counts = useCounts(kind);
  // The counts are of all systems: beside a list of one they would be another list's.
  const byId = counts === undefined || isNarrowed ? undefined : segmentCounts(kind, counts);
  const { segments } = KIND_FACTS[kind];
  const { filter: filterId, grid: gridId } = workIds(kind);
  return (
    <ListToolbar
      title={t(`work.title-${kind}`)}
      isNarrow={isNarrow && segments.length > 1}
      segmentLabel={t(`work.segment-${kind}`)}
      segments={segments.map((id) => ({ id, text: t(`work.segment-${id}`), count: byId?.[id] }))}
      selected={segment}
      onSelect={show}
      filterId={filterId}
      filter={filter}
      onFilter={setFilter}
      gridId={gridId}
    >
      <VendorMenu kind={kind} />
      {segments.length === 1 && <StatusMenu kind={kind} />}
    </ListToolbar>
  );
}
