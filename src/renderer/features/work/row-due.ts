import type { RecordRow } from '../../../shared/model/record.ts';
import { isOpenStatus } from '../../../shared/model/status.ts';
import { dueOf, type Due } from '../../lib/due.ts';

/** The zone of vendors that give a day and no zone: what is stored is the end of that day there. */
const DAY_ZONE = 'UTC';

/** The zone in which the due date of a record is judged and shown; `zone` where it names none. */
export const dueZoneOf = ({ dueKind, dueZone }: RecordRow, zone: string): string =>
  dueZone ?? (dueKind === 'day' ? DAY_ZONE : zone);

/** How the due date of a record stands at `now`. A day without a time stays the day that the vendor gave. */
export const rowDue = (row: RecordRow, zone: string, now: Date): Due =>
  dueOf({
    dueAt: row.dueAt,
    zone: dueZoneOf(row, zone),
    now,
    isOpen: isOpenStatus(row.status, row.kind),
    isDay: row.dueKind === 'day',
  });
