import type {
  AuditReport,
  ReportAction,
  ReportComment,
  ReportItem,
  ReportItemType,
  ReportOutcome,
} from '../../../shared/model/audit-report.ts';
import type { MappedPart } from '../../../shared/model/mapped-record.ts';
import { ITEM_TYPES, PRIORITIES, STATUSES } from './known-words.ts';
import { answerText, wordFor } from './map-common.ts';
import { placeTree, type Placed, type TreeNode } from './report-tree.ts';
import { auditReportAnswer, reportItem, type WireAction, type WireItem } from './schemas/report.ts';

const textIn = (value: unknown, ...names: readonly string[]): string | null => {
  if (typeof value !== 'object' || value === null) return null;
  for (const name of names) {
    const found: unknown = Reflect.get(value, name);
    if (typeof found === 'string' && found !== '') return found;
  }
  return null;
};

/** Photos, tags: text alone, or an object that holds it under one of these names. The document shows only `[]`. */
const textsOf = (values: readonly unknown[], ...names: readonly string[]): readonly string[] =>
  values.flatMap((value) => {
    const text = typeof value === 'string' ? value : textIn(value, ...names);
    return text ? [text] : [];
  });

const photosOf = (values: readonly unknown[]): readonly string[] => textsOf(values, 'id', 'photoId', 'fileId');

function comment(value: unknown): readonly ReportComment[] {
  if (typeof value === 'string') return [{ text: value, author: null, createdAt: null }];
  const text = textIn(value, 'text', 'comment', 'message', 'body');
  if (text === null || typeof value !== 'object' || value === null) return [];
  const by: unknown = Reflect.get(value, 'createdBy') ?? Reflect.get(value, 'author') ?? Reflect.get(value, 'user');
  const author = typeof by === 'string' ? by : textIn(by, 'name', 'fullName');
  return [{ text, author, createdAt: textIn(value, 'createdAt', 'createdAtUtc', 'date') }];
}

const mapAction = (action: WireAction): ReportAction => ({
  id: action.id,
  number: action.number,
  name: action.name ?? action.number ?? action.id,
  description: action.description,
  status: wordFor(STATUSES, action.status) ?? 'unknown',
  priority: wordFor(PRIORITIES, action.priority) ?? 'unknown',
  dueAt: action.dueDate,
  createdAt: action.createdAt,
  createdBy: action.createdBy?.name ?? null,
  assignees: action.assignees.map(({ name }) => name).filter((name) => name !== null),
  tags: textsOf(action.tags, 'name', 'text'),
  comments: action.comments.flatMap(comment),
  photoIds: photosOf(action.photos),
});

/** Failed when either of two marks says so: the document's own example has one true beside the other false. */
function outcomeOf(item: WireItem): ReportOutcome {
  if (item.isFailed === true || item.data?.isFailed === true) return 'failed';
  if (item.notApplicable === true) return 'not-applicable';
  return item.isPassed === true ? 'passed' : 'none';
}

const typeOf = (item: WireItem): ReportItemType => ITEM_TYPES[item.itemType ?? -1] ?? 'unknown';

interface Line extends TreeNode {
  readonly item: WireItem;
}

/** True for lines that are answered; sections and conditions only group them. */
const isQuestion = (type: ReportItemType): boolean => type !== 'root' && type !== 'section' && type !== 'condition';

/** A root is no line, unless somebody wrote something on it. */
const isBareRoot = (item: WireItem): boolean =>
  typeOf(item) === 'root' && item.note === null && item.actions.length === 0 && item.photos.length === 0;

function readLines(json: unknown): readonly Line[] {
  return auditReportAnswer.parse(json).items.flatMap((wire) => {
    const item = reportItem.safeParse(wire).data;
    if (!item) return [];
    const isUnnumbered = typeOf(item) === 'condition';
    return [{ id: item.id, childIds: item.childrenIds, isRoot: isBareRoot(item), isUnnumbered, item }];
  });
}

/** Failed questions at or below each line; lines come after the line above them, so one pass from the end adds up. */
function failedBelow(lines: readonly Placed<Line>[]): readonly number[] {
  const counts = lines.map(({ node }) => Number(isQuestion(typeOf(node.item)) && outcomeOf(node.item) === 'failed'));
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const parent = lines[index]?.parent ?? -1;
    if (parent >= 0) counts[parent] = (counts[parent] ?? 0) + (counts[index] ?? 0);
  }
  return counts;
}

interface Points {
  readonly won: number | null;
  readonly most: number | null;
}

const add = (left: number | null, right: number | null): number | null =>
  left === null ? right : right === null ? left : left + right;

/** What a question scored: what its answer won, of the most it is worth. What does not apply scores nothing. */
function ownPoints(item: WireItem): Points {
  if (!isQuestion(typeOf(item)) || outcomeOf(item) === 'not-applicable') return { won: null, most: null };
  return { won: item.data?.points ?? null, most: item.points };
}

/** Points of each line with all below it. Sums are made here: what a section's own number means is not documented. */
function pointsOf(lines: readonly Placed<Line>[]): readonly Points[] {
  const points = lines.map(({ node }) => ownPoints(node.item));
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const parent = lines[index]?.parent ?? -1;
    const [above, here] = [points[parent], points[index]];
    if (above && here) points[parent] = { won: add(above.won, here.won), most: add(above.most, here.most) };
  }
  return points;
}

function mapLine(line: Placed<Line>, parentId: string | null, failed: number, points: Points): ReportItem {
  const { item } = line.node;
  return {
    id: item.id,
    parentId,
    depth: line.depth,
    place: line.place,
    type: typeOf(item),
    text: item.text ?? '',
    note: item.note,
    outcome: outcomeOf(item),
    critical: item.isCritical === true,
    answer: answerText(item.data),
    answerNumber: item.data?.number ?? null,
    points: points.won,
    maxPoints: points.most,
    failedInRow: item.failedInRowCount ?? 0,
    childCount: line.childCount,
    failedBelow: failed,
    metafields: item.metafields.map(({ name, text }) => ({ name: name ?? '', text: text ?? '' })),
    photoIds: photosOf(item.photos),
    signature: item.signature && {
      photoId: item.signature.photoId,
      signedBy: item.signature.createdBy?.name ?? null,
    },
    actions: item.actions.map(mapAction),
  };
}

/**
 * A completed audit's report as a tree in reading order. Numbers count questions: all of them, those that failed, the
 * critical ones among these, those with a note, those with photos. Items that cannot be read are left out; throws ZodError when
 * there is no list of items at all.
 */
export function auditReport(json: unknown): AuditReport {
  const lines = placeTree(readLines(json));
  const failed = failedBelow(lines);
  const points = pointsOf(lines);
  const nothing: Points = { won: null, most: null };
  const items = lines.map((line, index) =>
    mapLine(line, lines[line.parent]?.node.id ?? null, failed[index] ?? 0, points[index] ?? nothing),
  );
  const questions = items.filter(({ type }) => isQuestion(type));
  const count = (test: (item: ReportItem) => boolean): number => questions.filter(test).length;
  return {
    items,
    counts: {
      all: questions.length,
      failed: count(({ outcome }) => outcome === 'failed'),
      critical: count(({ critical, outcome }) => critical && outcome === 'failed'),
      notes: count(({ note }) => note !== null),
      photos: count(({ photoIds }) => photoIds.length > 0),
    },
  };
}

/** What full-text search finds in a report: texts, notes, answers, and the actions' names and numbers. */
export function mapReportPart(json: unknown): MappedPart {
  const texts = auditReport(json).items.flatMap((item) => [
    item.text,
    item.note,
    item.answer,
    ...item.metafields.map(({ text }) => text),
    ...item.actions.flatMap((action) => [action.number, action.name, action.description]),
  ]);
  return { text: texts.filter((text) => text !== null && text !== '').join('\n') };
}
