import type { Action } from '../data/action.ts';
import type { Dataset } from '../data/dataset.ts';
import { itemType, type Report, type ReportItem, type Signature } from '../data/report.ts';
import type { Files } from '../files.ts';
import { hasFailed, heading, writeOverview } from './overview.ts';
import { createSheet, ink, type Sheet } from './sheet.ts';
import { localDay, localTime } from './text.ts';
import { actionStatusWords, priorityWords } from './words.ts';

/** Report types (MonitorQA document, "Get audit pdf report"). */
export const reportType = { regular: 0, summary: 1, full: 2 } as const;

/** A number of {@link reportType}. */
export type ReportType = (typeof reportType)[keyof typeof reportType];

/** What a report is printed from. */
export type PrintJob = {
  readonly dataset: Dataset;
  readonly report: Report;
  readonly files: Files;
  readonly type: ReportType;
  readonly includePhotos: boolean;
};

/** An item with its number in the report ("5.5.1") and its depth below the section. */
type Numbered = { readonly item: ReportItem; readonly number: string; readonly depth: number };

/** Returns the items of a report in order, numbered; a condition takes no number of its own. */
const numberItems = (items: readonly ReportItem[]): readonly Numbered[] => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const walk = (ids: readonly string[], prefix: string, depth: number): readonly Numbered[] =>
    ids.flatMap((id, index) => {
      const item = byId.get(id);
      if (item === undefined) return [];
      if (item.type === itemType.condition) return walk(item.childrenIds, prefix, depth);
      const number = prefix === '' ? `${index + 1}` : `${prefix}.${index + 1}`;
      return [{ item, number, depth }, ...walk(item.childrenIds, number, depth + 1)];
    });
  return walk(items[0]?.childrenIds ?? [], '', 0);
};

const answerWords = (item: ReportItem): string => {
  if (item.notApplicable) return 'N/A';
  const said = item.data?.text ?? item.data?.name ?? '';
  if (!hasFailed(item)) return said;
  return `${item.data?.number === null ? 'Fail' : `${said}, fail`}${item.isCritical ? ', critical' : ''}`;
};

const actionLine = (action: Action): string => {
  const people = action.assignees.map((person) => person.name).join(', ') || 'not assigned';
  return `${action.number}, ${priorityWords[action.priority]}, ${actionStatusWords[action.status]}, due ${localDay(action.dueAt, 'UTC')}, ${people}`;
};

const photoSize = { width: 104, height: 78, gap: 8 } as const;

const writePhotos = (sheet: Sheet, files: Files, ids: readonly string[], x: number): void => {
  const pictures = ids.flatMap((id) => files.read(id, { withWatermark: false }) ?? []);
  if (pictures.length === 0) return;
  sheet.skip(3);
  pictures.forEach((png, index) => {
    sheet.picture(png, x + index * (photoSize.width + photoSize.gap), photoSize.width, photoSize.height);
  });
  sheet.skip(photoSize.height + 4);
};

/** The small print under an item: note, extra fields, actions; each a line in the order a reader asks for them. */
const detailsOf = (item: ReportItem, isFull: boolean): readonly string[] => [
  ...(item.note === null || item.note === '' ? [] : [item.note]),
  ...(isFull ? item.metafields.map((field) => `${field.name}: ${field.text}`) : []),
  ...(isFull && item.failedInRowCount > 1 ? [`Failed ${item.failedInRowCount} times in a row.`] : []),
  ...item.actions.map((action) => (isFull ? `${action.name}. ${actionLine(action)}` : actionLine(action))),
];

const writeItem = (sheet: Sheet, job: PrintJob, { item, number, depth }: Numbered): void => {
  const isFull = job.type === reportType.full;
  const x = sheet.left + 34 + (depth - 1) * 12;
  const width = sheet.left + 330 - x;
  const isFailed = hasFailed(item);
  const details = detailsOf(item, isFull);
  const small = { size: 8.5, color: ink.soft } as const;
  const photos = job.includePhotos ? item.photoIds : [];
  const answer = answerWords(item);
  const textHeight = Math.max(sheet.measure(item.text, width), sheet.measure(answer, 108));
  const height =
    textHeight +
    details.reduce((sum, text) => sum + sheet.measure(text, width + 120, small) + 1, 0) +
    (photos.length > 0 ? photoSize.height + 7 : 0);
  sheet.need(height + 10);
  if (isFailed) {
    sheet.box(sheet.left, sheet.right - sheet.left, height + 8, ink.failBack, 4);
    sheet.box(sheet.left, 2, height + 8, ink.fail, 4);
  }
  sheet.put(number, sheet.left + 6, 40, { size: 8.5, color: ink.soft });
  sheet.put(item.text, x, width);
  sheet.put(answer, sheet.left + 338, 108, {
    color: isFailed ? ink.fail : ink.text,
    bold: isFailed && item.isCritical,
  });
  const points = item.points === null || item.notApplicable ? '' : `${item.data?.points ?? 0} / ${item.points}`;
  sheet.put(points, sheet.right - 50, 46, { align: 'right' });
  sheet.skip(textHeight);
  for (const text of details) sheet.skip(sheet.put(text, x, width + 120, small) + 1);
  writePhotos(sheet, job.files, photos, x);
  sheet.skip(4);
  sheet.rule();
  sheet.skip(5);
};

/** Points won in a section: the sum over the items below it. */
const earnedBelow = (section: Numbered, all: readonly Numbered[]): number =>
  all
    .filter(({ number }) => number.startsWith(`${section.number}.`))
    .reduce((sum, { item }) => sum + (item.data?.points ?? 0), 0);

const writeSections = (sheet: Sheet, job: PrintJob): void => {
  const numbered = numberItems(job.report.items);
  sheet.newPage();
  for (const entry of numbered) {
    if (entry.item.type === itemType.section) {
      const most = entry.item.points;
      const score = most === null ? '' : `${earnedBelow(entry, numbered)} / ${most}`;
      heading(sheet, `${entry.number}  ${entry.item.text}`, score, 120);
    } else writeItem(sheet, job, entry);
  }
};

const writeActions = (sheet: Sheet, job: PrintJob): void => {
  const entries = job.report.items.flatMap((item) => item.actions.map((action) => ({ item, action })));
  if (entries.length === 0) return;
  const { zone } = job.report.audit.site;
  const small = { size: 8.5, color: ink.soft } as const;
  const width = sheet.right - sheet.left - 20;
  sheet.newPage();
  heading(sheet, 'Corrective actions', String(entries.length));
  for (const { item, action } of entries) {
    sheet.need(90);
    sheet.skip(sheet.put(action.name, sheet.left, width, { bold: true }) + 1);
    sheet.skip(sheet.put(actionLine(action), sheet.left, width, small) + 1);
    const raised = `Raised ${localTime(action.createdAt, zone)} by ${action.createdBy?.name ?? 'the system'} on: ${item.text}`;
    sheet.skip(sheet.put(raised, sheet.left, width, small) + 1);
    if (action.description !== '') sheet.skip(sheet.put(action.description, sheet.left, width) + 1);
    if (action.tags.length > 0) {
      sheet.skip(sheet.put(`Tags: ${action.tags.map((tag) => tag.name).join(', ')}`, sheet.left, width, small) + 1);
    }
    for (const comment of action.comments) {
      const said = `${localTime(comment.createdAt, zone)}, ${comment.createdBy.name}: ${comment.text}`;
      sheet.skip(sheet.put(said, sheet.left + 14, width - 14) + 1);
    }
    if (job.includePhotos && action.photoIds.length > 0) {
      sheet.need(photoSize.height + 10);
      writePhotos(sheet, job.files, action.photoIds, sheet.left + 14);
    }
    sheet.skip(5);
    sheet.rule();
    sheet.skip(7);
  }
};

const writeSignatures = (sheet: Sheet, job: PrintJob): void => {
  const { auditorSignature, auditeeSignature, audit } = job.report;
  const signed = (role: string, signature: Signature | null): readonly (readonly [string, Signature])[] =>
    signature === null ? [] : [[role, signature]];
  const all = [...signed('auditor', auditorSignature), ...signed('client', auditeeSignature)];
  if (all.length === 0) return;
  sheet.need(150);
  heading(sheet, 'Signatures');
  all.forEach(([role, signature], index) => {
    const x = sheet.left + index * 240;
    const png = job.files.read(signature.photoId, { withWatermark: false });
    if (png !== null) sheet.picture(png, x, 165, 55);
    sheet.skip(58);
    sheet.box(x, 200, 0.6, ink.soft);
    sheet.skip(4);
    sheet.put(`${signature.name}, ${role}`, x, 220, { size: 9 });
    sheet.skip(-62);
  });
  sheet.skip(84);
  const when = audit.completedAt === null ? '' : localTime(audit.completedAt, audit.site.zone);
  sheet.put(`Completed ${when} (${audit.site.zone})`, sheet.left, 400, { size: 8.5, color: ink.soft });
};

/**
 * Returns the PDF of a complete audit: an overview; for the regular and the full report every section; for the full
 * one also the extra fields and each corrective action with what was said about it. The same job gives the same bytes.
 */
export const printReport = (job: PrintJob): Promise<Uint8Array> => {
  const { audit } = job.report;
  const done = audit.completedAt ?? audit.start;
  const sheet = createSheet({
    title: `${audit.number} ${audit.name}`,
    author: job.dataset.company.name,
    created: new Date(done),
  });
  writeOverview(sheet, job.dataset, job.report);
  if (job.type !== reportType.summary) writeSections(sheet, job);
  if (job.type === reportType.full) writeActions(sheet, job);
  writeSignatures(sheet, job);
  return sheet.finish(
    { left: audit.template.name, right: `${audit.site.name} · ${localDay(done, audit.site.zone)} · ${audit.number}` },
    'Printed by MonitorQA',
  );
};
