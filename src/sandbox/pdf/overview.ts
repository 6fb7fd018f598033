import type { Dataset } from '../data/dataset.ts';
import { passedThreshold } from '../data/outcomes.ts';
import { itemType, type Report, type ReportItem } from '../data/report.ts';
import { actionStatusWords, priorityWords } from './words.ts';
import { ink, type Sheet } from './sheet.ts';
import { duration, localDay, localTime } from './text.ts';

/** Tells whether an answer failed: the item's own mark or, where that is unset, its answer's. */
export const hasFailed = (item: ReportItem): boolean => item.isFailed || item.data?.isFailed === true;

/** A heading, kept on one page with so many points of what follows it. */
export const heading = (sheet: Sheet, text: string, right = '', following = 40): void => {
  sheet.need(40 + following);
  sheet.skip(14);
  sheet.put(text, sheet.left, 360, { size: 12.5, bold: true });
  if (right !== '') sheet.put(right, sheet.right - 120, 120, { size: 11, align: 'right' });
  sheet.skip(19);
  sheet.rule('#9aa3ad', 0.8);
  sheet.skip(6);
};

const scoreBar = (sheet: Sheet, share: number, color: string): void => {
  const width = 200;
  sheet.box(sheet.left, width, 7, ink.bar);
  sheet.box(sheet.left, Math.max(1, width * share), 7, color);
  sheet.box(sheet.left + (width * passedThreshold) / 100 - 0.75, 1.5, 13, ink.text, 3);
};

const facts = (sheet: Sheet, rows: readonly (readonly [string, string])[]): void => {
  for (const [name, value] of rows) {
    sheet.put(name, sheet.left, 110, { color: ink.soft });
    sheet.skip(Math.max(14, sheet.put(value, sheet.left + 116, sheet.right - sheet.left - 116) + 2));
  }
};

/** Writes the first page: what, where, who, the result, and what failed. */
export const writeOverview = (sheet: Sheet, dataset: Dataset, report: Report): void => {
  const { audit, items } = report;
  const { result, site, completedAt, startedAt } = audit;
  sheet.skip(sheet.put(audit.template.name, sheet.left, sheet.right - sheet.left, { size: 20, bold: true }) + 2);
  sheet.skip(sheet.put(audit.name, sheet.left, sheet.right - sheet.left, { size: 11, color: ink.soft }) + 14);

  if (result !== null) {
    const color = result.isFailed ? ink.fail : ink.pass;
    sheet.put(`${result.score} %`, sheet.left, 110, { size: 24, bold: true });
    sheet.skip(8);
    sheet.put(result.isFailed ? 'Failed' : 'Passed', sheet.left + 112, 80, { size: 13, bold: true, color });
    sheet.skip(26);
    scoreBar(sheet, result.score / 100, color);
    sheet.skip(14);
    const words = `${result.earned} of ${result.most} points. ${result.label}. Pass at ${passedThreshold} %.`;
    sheet.skip(sheet.put(words, sheet.left, 300, { size: 8.5, color: ink.soft }) + 14);
  }

  const when = (instant: number | null): string => (instant === null ? '' : localTime(instant, site.zone));
  const minutes = completedAt === null || startedAt === null ? 0 : Math.floor((completedAt - startedAt) / 60_000);
  facts(sheet, [
    ['Number', audit.number],
    ['Object', site.name],
    ...(site.notes === '' ? [] : [['Notes', site.notes] as const]),
    ['Done by', audit.completedBy?.name ?? ''],
    ['Assigned to', audit.assignees.map((person) => person.name).join(', ') || 'nobody'],
    ['On site', `${when(startedAt)} to ${when(completedAt)}, ${duration(minutes)}`],
    ['Planned', `${when(audit.start)} to ${when(audit.due)}`],
    ['Times in', site.zone],
    ['Company', dataset.company.name],
  ]);

  const answers = items.filter((item) => item.type === itemType.item);
  const failed = answers.filter(hasFailed);
  const open = items.flatMap((item) => item.actions).filter((action) => action.status !== 1).length;
  sheet.skip(8);
  const counts: readonly (readonly [string, number])[] = [
    ['items', answers.length],
    ['failed', failed.length],
    ['failed and critical', failed.filter((item) => item.isCritical).length],
    ['not applicable', answers.filter((item) => item.notApplicable).length],
    ['open actions', open],
  ];
  counts.forEach(([name, count], index) => {
    const x = sheet.left + index * 98;
    sheet.put(String(count), x, 90, { size: 16, bold: true, color: index === 2 && count > 0 ? ink.fail : ink.text });
    sheet.skip(19);
    sheet.put(name, x, 96, { size: 8.5, color: ink.soft });
    sheet.skip(-19);
  });
  sheet.skip(36);

  if (failed.length === 0) return;
  heading(sheet, 'What failed');
  for (const item of failed) {
    const action = item.actions[0];
    const tail =
      action === undefined
        ? 'No action raised'
        : `${action.number}, ${priorityWords[action.priority]}, ${actionStatusWords[action.status]}, due ${localDay(action.dueAt, 'UTC')}`;
    const height = sheet.measure(item.text, 216, { bold: item.isCritical });
    sheet.need(Math.max(height, 26) + 6);
    sheet.put(item.text, sheet.left, 216, { bold: item.isCritical });
    sheet.put(item.isCritical ? 'Critical' : '', sheet.left + 224, 44, { color: ink.fail });
    const tailHeight = sheet.put(tail, sheet.left + 272, sheet.right - sheet.left - 272, {
      size: 8.5,
      color: ink.soft,
    });
    sheet.skip(Math.max(height, tailHeight) + 6);
  }
};
