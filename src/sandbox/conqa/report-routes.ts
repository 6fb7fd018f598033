import { projectNamed } from './access.ts';
import type { ConqaDataset } from './data/dataset.ts';
import type { ConqaLedger, Report } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { refusal } from './refusal.ts';
import { reportFails, reportPath, subjectOf, type ReportSubject } from './report-outcome.ts';
import { isObject, readBody, readQuery, readText, type Answer } from './request.ts';

/** Returns the operation that asks for a report; `onStarted` is called once it is noted. */
export const reportAnswers = (
  dataset: ConqaDataset,
  ledger: ConqaLedger,
  onStarted: (address: string) => void,
): Readonly<Record<Extract<OperationName, 'startReport'>, Answer>> => ({
  startReport: async ({ c, caller, path }) => {
    const project = projectNamed(dataset, caller, path('projectId'));
    readQuery(c, []);
    const body = await readBody(c, ['checklistId', 'context']);
    const checklistId = readText(body['checklistId']);
    const context = body['context'] ?? {};
    if (!isObject(context) || body['context'] === null) throw refusal(400);
    if (subjectOf(dataset, project.id, checklistId) === null) throw refusal(404);
    const report = { number: ledger.reports().length, projectId: project.id, checklistId, context };
    ledger.record(dataset.userId(caller.person), { type: 'report-started', report });
    onStarted(c.req.url);
    return c.json({ data: { message: 'Report submitted' } });
  },
});

/** Returns the finished report whose PDF lies at a path below the vendor's own, or null. */
export const reportAt = (
  dataset: ConqaDataset,
  ledger: ConqaLedger,
  path: string,
): { readonly report: Report; readonly subject: ReportSubject } | null => {
  const report = ledger.reports().find(({ number, isFinished }) => isFinished && reportPath(dataset, number) === path);
  const subject = report === undefined ? null : subjectOf(dataset, report.projectId, report.checklistId);
  if (report === undefined || subject === null || reportFails(dataset, subject)) return null;
  return { report, subject };
};
