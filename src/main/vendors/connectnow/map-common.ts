import type { MappedPart, MappedRecord } from '../../../shared/model/mapped-record.ts';
import { answerMapping } from '../core/map-answer.ts';

/** How ConnectNow’s maps refuse an answer of another form than the document's. */
export const { mapOrRefuse, unexpectedAnswer } = answerMapping('connectnow');

/** What a record read by itself adds to the one that its list made: all that it says. */
export function partOf({
  title,
  status,
  priority,
  project,
  parent,
  createdAt,
  updatedAt,
  text,
}: MappedRecord): MappedPart {
  const said = Object.entries({ title, status, priority, project, parent, createdAt, updatedAt });
  return { record: Object.fromEntries(said.filter(([, value]) => value !== null)), text };
}
