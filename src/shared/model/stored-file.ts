import type { ConnectionId, FileId, RecordId } from './ids.ts';

/** A file kept on this computer. `bytes` is its size, `sha256` in lower-case hex; `savedAt` ISO 8601 in UTC. */
export interface StoredFile {
  readonly id: FileId;
  readonly connectionId: ConnectionId;
  readonly recordId: RecordId | null;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly savedAt: string;
}

/** MonitorQA's report types ("Get audit pdf report": 0 Regular, 1 Summary, 2 Full). */
export const REPORT_TYPES = ['regular', 'summary', 'full'] as const;

export type ReportType = (typeof REPORT_TYPES)[number];
