import type { RecordFilter } from '../../shared/contract/fields.ts';
import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import type { AuditDocument, RecordCounts, RecordGroups } from '../../shared/contract/records.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RecordId } from '../../shared/model/ids.ts';
import type { Kind, RecordDetail } from '../../shared/model/record.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Ask, ReaderCalls } from '../store/worker-calls.ts';
import type { Definitions } from './connections.ts';
import { readAtOf } from './read-at.ts';

/** Reads the cache, never a vendor: everything here works without a network. */
export interface RecordService {
  readonly list: (input: ParsedInput<'records.list'>, signal: AbortSignal) => Promise<Output<'records.list'>>;
  readonly count: (filter: RecordFilter, signal: AbortSignal) => Promise<{ readonly total: number }>;
  readonly groups: (input: ParsedInput<'records.groups'>, signal: AbortSignal) => Promise<RecordGroups>;
  readonly counts: (kind: Kind) => Promise<RecordCounts>;
  /** Throws AppError `not-found`. */
  readonly show: (id: RecordId) => Promise<RecordDetail>;
  /** An audit as a document. Throws AppError `not-found` for any other record. */
  readonly auditDocument: (id: RecordId) => Promise<AuditDocument>;
}

interface RecordParts {
  readonly reader: Ask<ReaderCalls>;
  readonly definitions: Definitions;
  readonly clock: Clock;
}

/** The record service of one workspace. */
export function createRecords({ reader, definitions, clock }: RecordParts): RecordService {
  const judged = (filter: RecordFilter) => ({ filter, now: isoNow(clock) });

  return {
    list: ({ sort, direction, limit, after, offset, withPeople, ...filter }, signal) =>
      reader('listRecords', { ...judged(filter), sort, direction, limit, after, offset, withPeople }, { signal }),
    count: (filter, signal) => reader('countRecords', judged(filter), { signal }),
    groups: ({ by, limit, boundaries, ...filter }, signal) =>
      reader('groupRecords', { ...judged(filter), by, limit, boundaries }, { signal }),
    counts: (kind) => reader('countByStatus', { kind }),
    show: (id) => reader('showRecord', { id }),
    auditDocument: async (id) => {
      const detail = await reader('showRecord', { id });
      const audits = definitions[detail.record.vendor]?.audits;
      if (detail.record.kind !== 'audit' || audits === undefined) {
        throw new AppError('not-found', 'This record is not an audit.');
      }
      const { list, detail: head, report } = detail.parts;
      return {
        record: detail.record,
        head: audits.head(head?.raw ?? list?.raw, list?.raw),
        report: report === undefined ? null : audits.report(report.raw),
        readAt: readAtOf(detail),
      };
    },
  };
}
