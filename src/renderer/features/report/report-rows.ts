import type { ReportItem } from '../../../shared/model/audit-report.ts';
import type { TreeRow } from '../../ui/tree/tree-grid.tsx';
import { foldKey, type ItemSegment } from './report-state.ts';

export interface ReportRow extends TreeRow {
  readonly item: ReportItem;
  /** False for a line that is only there to say where the lines below it belong. */
  readonly isMatch: boolean;
}

const hasPhotos = ({ photoIds, actions }: ReportItem): boolean =>
  photoIds.length > 0 || actions.some((action) => action.photoIds.length > 0);

const isLeafLike = ({ type }: ReportItem): boolean => type !== 'section' && type !== 'root';

/** Whether an item belongs to a segment. */
function isInSegment(item: ReportItem, segment: ItemSegment): boolean {
  if (segment === 'all') return true;
  if (segment === 'failed') return isLeafLike(item) && item.outcome === 'failed';
  if (segment === 'critical') return isLeafLike(item) && item.critical && item.outcome === 'failed';
  if (segment === 'notes') return item.note !== null && item.note !== '';
  return hasPhotos(item);
}

/** Lines that match, and every line above them in the tree. */
function keptIds(items: readonly ReportItem[], segment: ItemSegment): ReadonlySet<string> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const kept = new Set<string>();
  for (const item of items) {
    if (!isInSegment(item, segment)) continue;
    let above: ReportItem | undefined = item;
    while (above !== undefined && !kept.has(above.id)) {
      kept.add(above.id);
      above = above.parentId === null ? undefined : byId.get(above.parentId);
    }
  }
  return kept;
}

/** A section with nothing failed in it starts folded where others failed; what has to be read stands open. */
const startsOpen = ({ type, failedBelow, depth }: ReportItem, segment: ItemSegment, isClean: boolean): boolean =>
  isClean || segment !== 'all' || type !== 'section' || failedBelow > 0 || depth > 0;

/**
 * The lines to show, in reading order: those of the segment with the lines above them, without what is folded away.
 * `folds` holds what the person folded or unfolded themselves.
 */
export function reportRows(
  items: readonly ReportItem[],
  segment: ItemSegment,
  folds: ReadonlyMap<string, boolean>,
): readonly ReportRow[] {
  const kept = keptIds(items, segment);
  const rows: ReportRow[] = [];
  const shownAt = new Map<string, number>();
  const closed = new Set<string>();
  const isClean = items.every((item) => !isInSegment(item, 'failed'));
  const parents = new Set(items.filter(({ id }) => kept.has(id)).map(({ parentId }) => parentId));
  for (const item of items) {
    if (!kept.has(item.id) || item.type === 'root') continue;
    if (item.parentId !== null && closed.has(item.parentId)) {
      closed.add(item.id);
      continue;
    }
    const isParent = parents.has(item.id);
    const isExpanded = isParent
      ? (folds.get(foldKey(segment, item.id)) ?? startsOpen(item, segment, isClean))
      : undefined;
    if (isExpanded === false) closed.add(item.id);
    shownAt.set(item.id, rows.length);
    rows.push({
      id: item.id,
      level: item.depth + 1,
      isExpanded,
      parentIndex: item.parentId === null ? -1 : (shownAt.get(item.parentId) ?? -1),
      item,
      isMatch: isInSegment(item, segment),
    });
  }
  return rows;
}

/** The next failed item after `currentId` in reading order, going on from the start; undefined when there is none. */
export function nextFailed(items: readonly ReportItem[], currentId: string | undefined): ReportItem | undefined {
  const at = items.findIndex(({ id }) => id === currentId);
  const inOrder = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return inOrder.find((item) => isInSegment(item, 'failed'));
}

/** Every line above an item, nearest first: they must stand open for it to be seen. */
export function linesAbove(items: readonly ReportItem[], id: string): readonly string[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const above: string[] = [];
  let parentId = byId.get(id)?.parentId ?? null;
  while (parentId !== null && !above.includes(parentId)) {
    above.push(parentId);
    parentId = byId.get(parentId)?.parentId ?? null;
  }
  return above;
}
