import type { RecordRow } from '../../shared/model/record.ts';
import type { ReportType } from '../../shared/model/stored-file.ts';

/** Which report of an audit. */
export interface ReportChoice {
  readonly type: ReportType;
  readonly photos: boolean;
}

/** True for what MonitorQA has a report of: "Get audit pdf report" is of completed audits only. */
export const hasReport = (row: RecordRow): boolean => row.kind === 'audit' && row.status === 'complete';
