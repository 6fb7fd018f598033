import type { RecordDetail } from '../../shared/model/record.ts';

/** The latest moment any of a record's parts was read, ISO 8601 in UTC; empty when none was. */
export const readAtOf = (detail: RecordDetail): string =>
  Object.values(detail.parts)
    .map((part) => part.readAt)
    .reduce((latest, moment) => (moment > latest ? moment : latest), '');
