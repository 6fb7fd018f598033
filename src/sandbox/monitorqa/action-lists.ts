import type { ActionIndex, ActionList, RaisedAction } from '../data/action-index.ts';
import type { Dataset } from '../data/dataset.ts';
import { anyIn, checkDates, indexNamed, membersOf, paging } from './filters.ts';
import { aDateTime, aText, type Values } from './query.ts';

/** Parameters of "Get pending corrective actions list". */
export const pendingActionParameters = {
  auditId: aText,
  templateId: aText,
  auditObjectId: aText,
  assignedToId: aText,
  assignedToGroupId: aText,
  ...paging,
} as const;

/** Parameters of "Get expired corrective actions list"; both dates are compared with the due date. */
export const expiredActionParameters = { ...pendingActionParameters, fromDate: aDateTime, toDate: aDateTime } as const;

/** Parameters of "Get completed corrective actions list". */
export const completedActionParameters = { ...expiredActionParameters, approvedById: aText } as const;

/** What any of the three lists may be asked for. */
type ActionQuery = Values<typeof pendingActionParameters> & Partial<Values<typeof completedActionParameters>>;

type Test = (found: RaisedAction) => boolean;

/**
 * Returns the places of the actions a query asks for. Ids the data set does not know select nothing.
 * @throws HTTPException 422 when the dates contradict each other.
 */
export const selectActions = (
  dataset: Dataset,
  index: ActionIndex,
  list: ActionList,
  query: ActionQuery,
): Float64Array => {
  const { auditId, templateId, auditObjectId, assignedToId, assignedToGroupId } = query;
  const { approvedById, fromDate, toDate } = query;
  checkDates(fromDate, toDate);
  const tests: Test[] = [];
  if (auditId !== undefined) tests.push(({ audit }) => audit.id === auditId);
  if (templateId !== undefined) {
    const template = indexNamed(dataset, 'template', templateId);
    tests.push(({ audit }) => audit.template.index === template);
  }
  if (auditObjectId !== undefined) {
    const site = indexNamed(dataset, 'site', auditObjectId);
    tests.push(({ audit }) => audit.site.index === site);
  }
  if (assignedToId !== undefined) {
    const assignee = indexNamed(dataset, 'person', assignedToId);
    tests.push(({ action }) => action.assignees.some((person) => person.index === assignee));
  }
  if (assignedToGroupId !== undefined) {
    const members = membersOf(dataset, assignedToGroupId);
    tests.push(({ action }) => anyIn(action.assignees, members));
  }
  if (approvedById !== undefined) {
    const approver = indexNamed(dataset, 'person', approvedById);
    tests.push(({ action }) => action.approved?.by?.index === approver);
  }
  if (fromDate !== undefined) tests.push(({ action }) => action.dueAt >= fromDate);
  if (toDate !== undefined) tests.push(({ action }) => action.dueAt <= toDate);
  if (tests.length === 0) return index.select(list, '', null);
  const key = JSON.stringify({ ...query, pageNumber: 0, pageSize: 0 });
  return index.select(list, key, (found) => tests.every((test) => test(found)));
};
