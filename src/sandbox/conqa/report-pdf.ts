import { createSheet, ink, type Sheet } from '../pdf/sheet.ts';
import { localDay, localTime } from '../pdf/text.ts';
import type { ConqaDataset } from './data/dataset.ts';
import type { Issue } from './data/issues.ts';
import type { ReportSubject } from './report-outcome.ts';

const heading = (sheet: Sheet, text: string): void => {
  sheet.need(90);
  sheet.skip(16);
  sheet.put(text, sheet.left, 400, { size: 12.5, bold: true });
  sheet.skip(19);
  sheet.rule('#9aa3ad', 0.8);
  sheet.skip(7);
};

const fact = (sheet: Sheet, name: string, value: string): void => {
  sheet.put(name, sheet.left, 120, { color: ink.soft });
  sheet.skip(Math.max(14, sheet.put(value, sheet.left + 126, sheet.right - sheet.left - 126) + 2));
};

const writeIssue = (sheet: Sheet, issue: Issue, zone: string): void => {
  const width = sheet.right - sheet.left - 24;
  const isDone = issue.status === 'closed';
  sheet.need(60);
  const title = `ISS-${issue.number}  ${issue.title}`;
  sheet.skip(sheet.put(title, sheet.left + 24, width, { bold: true, color: isDone ? ink.pass : ink.fail }) + 1);
  const due = issue.dueAt === null ? '' : `, due ${localDay(issue.dueAt, zone)}`;
  const line = `${issue.status}, raised ${localDay(issue.raisedAt, zone)} by ${issue.raisedBy.name}${due}`;
  sheet.skip(sheet.put(line, sheet.left + 24, width, { size: 8.5, color: ink.soft }) + 1);
  if (issue.description !== '') sheet.skip(sheet.put(issue.description, sheet.left + 24, width) + 1);
  sheet.skip(4);
};

/**
 * Returns the PDF of a checklist: what its milestone says, every checkpoint, and the issues raised there. It shows the
 * moment of the data set, so the same checklist gives the same bytes.
 */
export const printChecklist = (
  { now }: ConqaDataset,
  { project, milestone }: ReportSubject,
  company: string,
): Promise<Uint8Array> => {
  const { checklist, fields, measurements } = milestone;
  const sheet = createSheet({ title: `${checklist.name} ${milestone.name}`, author: company, created: new Date(now) });
  const width = sheet.right - sheet.left;
  sheet.skip(sheet.put(milestone.name, sheet.left, width, { size: 20, bold: true }) + 2);
  const trail = checklist.folders.map(({ name }) => name).join(' / ');
  sheet.skip(sheet.put(`${trail} / ${checklist.name}`, sheet.left, width, { size: 11, color: ink.soft }) + 14);

  fact(sheet, 'Project', project.name);
  fact(sheet, 'Milestone', milestone.externalId);
  fact(sheet, 'Status', `${milestone.status.display}, ${localTime(milestone.statusAt, project.zone)}`);
  fact(sheet, 'Set by', milestone.statusBy.name);
  for (const [name, { display }] of Object.entries(fields)) fact(sheet, name, display === '' ? '-' : display);
  for (const [name, { days, threshold }] of Object.entries(measurements)) {
    fact(sheet, name, `${days} days, ${threshold}`);
  }

  const issues = project.issues.filter(({ origin }) => origin?.milestone === milestone);
  heading(sheet, 'Checkpoints');
  checklist.work.checkpoints.forEach((text, index) => {
    const raised = issues.filter(({ origin }) => origin?.checkpoint === index);
    const isOpen = raised.some(({ status }) => status !== 'closed');
    sheet.need(40);
    sheet.put(isOpen ? 'Open issue' : 'No open issue', sheet.right - 90, 90, {
      size: 8.5,
      align: 'right',
      color: isOpen ? ink.fail : ink.pass,
    });
    sheet.skip(sheet.put(`${index + 1}  ${text}`, sheet.left, width - 110) + 4);
    for (const issue of raised) writeIssue(sheet, issue, project.zone);
    sheet.rule();
    sheet.skip(6);
  });
  return sheet.finish(
    { left: milestone.name, right: `${project.name} · ${localDay(now, project.zone)} · ${checklist.name}` },
    'Printed by CONQA',
  );
};
