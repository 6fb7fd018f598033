import { sampleConqaAccountId } from './access.ts';
import type { ConqaDataset } from './data/dataset.ts';
import { deliver, isLoopback } from './deliver.ts';
import type { Later } from './later.ts';
import type { ConqaLedger, Report } from './ledger.ts';
import { reportDuration, reportPayload, subjectOf } from './report-outcome.ts';

/** Makes the reports that were asked for, each after a while, and tells the webhooks. */
export type ReportRuns = {
  /**
   * Sees to every report that is not made and not being made: one just asked for, and those a restart interrupted.
   * `base` is where their PDFs will lie, without a slash at its end.
   */
  readonly begin: (base: string) => void;
  /** Stops for good: nothing is written and nobody is called afterwards. */
  readonly stop: () => void;
};

/** What reports are made with. */
type Parts = { readonly dataset: ConqaDataset; readonly ledger: ConqaLedger; readonly later: Later };

/** Returns what makes reports. */
export const createReportRuns = ({ dataset, ledger, later }: Parts): ReportRuns => {
  const underWay = new Map<number, () => void>();
  const stopped = new AbortController();

  /** Calls a webhook; one of another computer is left alone, and neither reached nor failed. */
  const tell = async (id: string, callbackUrl: string, payload: unknown): Promise<void> => {
    if (!isLoopback(callbackUrl)) return;
    const isDelivered = await deliver(callbackUrl, payload, stopped.signal);
    if (!stopped.signal.aborted) ledger.record(null, { type: 'webhook-called', id, isDelivered });
  };

  const finish = async (report: Report, base: string): Promise<void> => {
    const subject = subjectOf(dataset, report.projectId, report.checklistId);
    const person = [dataset.manager, dataset.guest].find((candidate) => dataset.userId(candidate) === report.by);
    // Made first, told then: who is told finds the PDF.
    ledger.record(null, { type: 'report-finished', number: report.number });
    if (subject === null) return;
    const payload = reportPayload(dataset, report, { subject, requestedBy: person?.email ?? '', base });
    const listening = [
      ...ledger.webhooksOf({ kind: 'project', id: report.projectId }),
      ...ledger.webhooksOf({ kind: 'account', id: sampleConqaAccountId }),
    ].filter(({ type, status }) => type === 'REPORT' && status === 'ACTIVE');
    await Promise.all(listening.map(({ id, callbackUrl }) => tell(id, callbackUrl, payload)));
  };

  return {
    begin: (base) => {
      if (stopped.signal.aborted) return;
      for (const report of ledger.reports()) {
        if (report.isFinished || underWay.has(report.number)) continue;
        const callOff = later(reportDuration(dataset, report.number), () => {
          underWay.delete(report.number);
          // A journal that cannot be written leaves the report unmade; the next request begins it again.
          finish(report, base).catch(() => undefined);
        });
        underWay.set(report.number, callOff);
      }
    },
    stop: () => {
      stopped.abort();
      for (const callOff of underWay.values()) callOff();
      underWay.clear();
    },
  };
};
