import type { MappedPage, MappedRecord } from '../../../shared/model/mapped-record.ts';
import { answerMapping } from '../core/map-answer.ts';
import { listRows } from './list-rows.ts';

/** How smartQ’s maps refuse an answer of another form than expected. */
export const { mapOrRefuse, unexpectedAnswer } = answerMapping('smartq');

/** The rows of a list's data. Throws VendorError `unexpected-answer` where there is no list. */
export function rowsOf(operation: string, data: unknown): readonly unknown[] {
  const rows = listRows(data);
  if (rows === null) throw unexpectedAnswer(operation, 'the list');
  return rows;
}

/** A page of a list: no total, and no word whether more follows. */
export function pageOf(operation: string, data: unknown, map: (row: unknown) => MappedRecord): MappedPage {
  const rows = rowsOf(operation, data);
  return {
    records: mapOrRefuse(operation, () => rows.map(map)),
    received: rows.length,
    total: null,
    cursor: null,
  };
}
