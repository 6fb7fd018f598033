import type { RaisedAction } from '../data/action-index.ts';
import type { Dataset } from '../data/dataset.ts';
import { createReport } from '../data/report.ts';
import { moment, momentOrNull, type Shapes } from './shapes.ts';

/** Who let an action expire when nobody did ("Get expired corrective actions list"). */
const autoExpire = 'System Auto-Expire';

/** Returns what the details say of the audit: the lists have its number too. */
const auditOf = ({ audit }: RaisedAction) => ({
  id: audit.id,
  name: audit.name,
  ianaTimeZone: audit.site.zone,
});

/** Returns a row of the pending list, which the other lists add to. */
export const pendingActionRow = (shapes: Shapes, found: RaisedAction) => {
  const { action, audit } = found;
  return {
    id: action.id,
    assignedUsers: action.assignees.map(shapes.person),
    audit: { ...auditOf(found), number: audit.number },
    createdBy: shapes.personOrSystem(action.createdBy),
    auditObject: shapes.object(audit),
    status: action.status,
    priority: action.priority,
    createdAtUtc: moment(action.createdAt),
    dueDateUtc: moment(action.dueAt),
    name: action.name,
    number: action.number,
  };
};

/** Returns a row of the expired list. */
export const expiredActionRow = (shapes: Shapes, found: RaisedAction) => {
  const { expired } = found.action;
  return {
    ...pendingActionRow(shapes, found),
    expiredBy: expired === null ? null : shapes.personOrSystem(expired.by, autoExpire),
    expiredAtUtc: momentOrNull(expired?.at ?? null),
  };
};

/** Returns a row of the completed list. */
export const completedActionRow = (shapes: Shapes, found: RaisedAction) => {
  const { approved } = found.action;
  return {
    ...pendingActionRow(shapes, found),
    approvedBy: shapes.personOrNull(approved?.by ?? null),
    approvedAtUtc: momentOrNull(approved?.at ?? null),
  };
};

/**
 * Returns the details of an action ("Get corrective action details"). `answer`, `question` and `files` are those of the
 * item it was raised on, `information` is what was submitted; the document says of neither whose it is.
 */
export const actionDetail = (dataset: Dataset, shapes: Shapes, found: RaisedAction) => {
  const { action, audit } = found;
  const itemId = dataset.identifiers.encode('item', audit.slot, action.line.index);
  const item = createReport(dataset, audit)?.items.find((candidate) => candidate.id === itemId);
  const { approved, expired } = action;
  return {
    answer: item?.data ?? null,
    approvedAtUtc: momentOrNull(approved?.at ?? null),
    approvedBy: shapes.personOrNull(approved?.by ?? null),
    assignedUsers: action.assignees.map(shapes.person),
    audit: auditOf(found),
    auditItemId: itemId,
    auditObject: shapes.object(audit),
    createdAtUtc: moment(action.createdAt),
    createdBy: shapes.personOrSystem(action.createdBy),
    description: action.description,
    dueDateUtc: moment(action.dueAt),
    expiredAtUtc: momentOrNull(expired?.at ?? null),
    expiredBy: expired === null ? null : shapes.personOrSystem(expired.by, autoExpire),
    id: action.id,
    information: { text: action.comments[0]?.text ?? null, photosIds: action.photoIds, files: [] },
    name: action.name,
    number: action.number,
    priority: action.priority,
    question: action.line.text,
    status: action.status,
    tags: action.tags,
    files: (item?.photoIds ?? []).map((id, place) => ({
      id,
      name: `${action.number}-${place + 1}.png`,
      contentType: 'image/png',
      updatedAt: moment(action.createdAt),
    })),
  };
};
