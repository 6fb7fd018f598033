import { hash32, unit } from '../random.ts';
import type { ConqaDataset } from './data/dataset.ts';
import type { Milestone } from './data/milestones.ts';
import type { Project } from './data/project.ts';
import type { Report } from './ledger.ts';

/** The checklist a report is of: that of a milestone. */
export type ReportSubject = { readonly project: Project; readonly milestone: Milestone };

const channel = { fails: 141, duration: 142, supportCode: 143 } as const;

/** Returns what a report is of, or null when the project has no such checklist (`cl:` and its id). */
export const subjectOf = (dataset: ConqaDataset, projectId: string, checklistId: string): ReportSubject | null => {
  const project = dataset.projects().find((candidate) => candidate.id === projectId);
  const milestone = project?.milestones.find(({ checklist }) => `cl:${checklist.id}` === checklistId);
  return project === undefined || milestone === undefined ? null : { project, milestone };
};

/** Tells whether the report of a checklist cannot be made; for the same checklist always the same. */
export const reportFails = ({ seed }: ConqaDataset, { project, milestone }: ReportSubject): boolean =>
  unit(seed, project.index * 1000 + milestone.index, channel.fails) < 0.08;

/** Returns how many milliseconds the vendor works on a report: a second and a half to four. */
export const reportDuration = ({ seed }: ConqaDataset, number: number): number =>
  1500 + Math.floor(unit(seed, number, channel.duration) * 2500);

/** Returns the five digits and letters to tell the vendor's support. */
const supportCode = (seed: number, number: number): string =>
  hash32(seed, number, channel.supportCode).toString(36).padStart(7, '1').slice(-5).toUpperCase();

/** Returns the path of a finished report's PDF below the vendor's own, like the one in the document's example. */
export const reportPath = ({ makeId }: ConqaDataset, number: number): string =>
  `/exports/${makeId('report', number)}/v2/qa-report.pdf`;

/**
 * Returns what the webhook is told of a report ("QA Report Payload"), whose PDF lies below `base`. As documented, the
 * project is named only where it failed, and the folders only where it did not.
 */
export const reportPayload = (
  dataset: ConqaDataset,
  report: Report,
  {
    subject,
    requestedBy,
    base,
  }: { readonly subject: ReportSubject; readonly requestedBy: string; readonly base: string },
): unknown => {
  const { project, milestone } = subject;
  const { checklist } = milestone;
  const common = { reportRequestedBy: requestedBy, reportType: 'QAREPORT', context: report.context };
  if (reportFails(dataset, subject)) {
    return {
      data: {
        projectId: project.id,
        reportUrl: '',
        ...common,
        supportCode: supportCode(dataset.seed, report.number),
        error: 'There was an error generating the report',
        status: 'failed',
      },
    };
  }
  return {
    data: {
      reportUrl: `${base}${reportPath(dataset, report.number)}`,
      ...common,
      supportCode: '',
      error: '',
      status: 'completed',
      breadcrumbs: [
        ...checklist.folders.map(({ id, name }) => ({ id: `fo:${id}`, name, type: 'folder' })),
        { id: `cl:${checklist.id}`, name: checklist.name, type: 'checklist' },
      ],
    },
  };
};
