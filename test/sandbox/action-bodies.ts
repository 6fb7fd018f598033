import type { Served } from './served.ts';
import type { Named } from './support.ts';

/** A row of any of the three lists. */
export type ActionRow = Named & {
  readonly number: string;
  readonly status: number;
  readonly priority: number;
  readonly assignedUsers: readonly Named[];
  readonly audit: Named & { readonly ianaTimeZone: string; readonly number?: string };
  readonly auditObject: Named;
  readonly createdBy: Named;
  readonly createdAtUtc: string;
  readonly dueDateUtc: string;
  readonly approvedBy?: Named | null;
  readonly approvedAtUtc?: string | null;
  readonly expiredBy?: Named | null;
};

/** A page of a list. */
export type ActionPage = {
  readonly data: readonly ActionRow[];
  readonly meta: { readonly pageNumber: number; readonly pageSize: number; readonly totalCount: number };
};

/** The details of an action. */
export type ActionDetail = ActionRow & {
  readonly answer: object;
  readonly auditItemId: string;
  readonly description: string;
  readonly question: string;
  readonly information: { readonly photosIds: readonly string[] };
  readonly files: readonly { readonly id: string }[];
};

/** An action as a report shows it. */
export type ActionBody = { readonly id: string; readonly status: number };

/** Every row of a list of at most a thousand. */
export const allActions = async (vendor: Served, list: string): Promise<readonly ActionRow[]> =>
  (await vendor.read<ActionPage>(`/corrective-actions/${list}?pageSize=1000`)).data;

type Report = { readonly items: readonly { readonly actions: readonly ActionBody[] }[] };

/** The actions of one audit's report, or of every one, by their ids. */
export const actionsInReports = async (vendor: Served, auditId?: string): Promise<ReadonlyMap<string, ActionBody>> => {
  const { data } = await vendor.read<{ data: readonly Named[] }>('/audit/complete?pageSize=1000');
  const ids = auditId === undefined ? data.map((audit) => audit.id) : [auditId];
  const reports = await Promise.all(ids.map((id) => vendor.read<Report>(`/audit/complete/${id}/report`)));
  const actions = reports.flatMap((report) => report.items.flatMap((item) => item.actions));
  return new Map(actions.map((action) => [action.id, action]));
};

/** The body that writes an action as it is. */
export const putBodyOf = (detail: ActionDetail) => ({
  name: detail.name,
  description: detail.description,
  dueDateUtc: detail.dueDateUtc,
  status: detail.status,
  priority: detail.priority,
  assignedUsersIds: detail.assignedUsers.map((user) => user.id),
});
