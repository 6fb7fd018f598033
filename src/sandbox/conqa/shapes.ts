import type { Person } from '../data/people.ts';
import { day } from '../data/zones.ts';
import type { ConqaDataset } from './data/dataset.ts';
import { issueStatuses, type Issue } from './data/issues.ts';
import type { Milestone } from './data/milestones.ts';
import type { Project } from './data/project.ts';
import type { Webhook } from './data/webhooks.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

/** Returns the summary of a project ("Get Project Summary"). Its totals are as stated, not as counted. */
export const summaryShape = ({ name, issues, milestones, setup, statedIssueTotal, index }: Project): unknown => ({
  name,
  issues: {
    total: statedIssueTotal,
    statuses: issueStatuses.map((status) => ({
      name: status,
      issueCount: issues.filter((issue) => issue.status === status).length,
    })),
  },
  milestones: {
    total: milestones.length,
    // The document shows an empty list; an earlier edition of it shows counts, under other names than for issues.
    statuses:
      index > 0
        ? []
        : setup.statuses.map(({ value }) => {
            const count = milestones.filter((milestone) => milestone.status.value === value).length;
            return { status: value, count, percentage: Math.round((count / milestones.length) * 10_000) / 100 };
          }),
    measures: {},
  },
});

/** Returns an issue of a list ("Get Project Issues"). What nobody filled in is null, or missing where nobody is named. */
export const issueShape = ({ userId, makeId, now }: ConqaDataset, project: Project, issue: Issue): unknown => {
  const named = (place: string, person: Person | null): Readonly<Record<string, string>> =>
    person === null ? {} : { [place]: userId(person), [`${place}Name`]: person.name };
  const { origin, responsible } = issue;
  const milestone = origin?.milestone;
  return {
    issueId: issue.id,
    projectId: project.id,
    assignedTo: responsible === null ? null : userId(responsible),
    checklistId: milestone?.checklist.id ?? null,
    checkpointId:
      milestone === undefined
        ? null
        : makeId('checkpoint', project.index * 1000 + milestone.index, origin?.checkpoint ?? 0),
    description: issue.description,
    dueDate: issue.dueAt === null ? null : iso(issue.dueAt),
    issueNumber: `ISS-${issue.number}`,
    lastUpdatedAt: iso(issue.updatedAt),
    lastUpdatedBy: userId(issue.updatedBy),
    raisedAt: iso(issue.raisedAt),
    ...named('raisedBy', issue.raisedBy),
    ...named('responsiblePerson', responsible),
    status: issue.status,
    title: issue.title,
    daysAtStatus: Math.floor((now - issue.statusAt) / day),
    ...named('ballInCourtUser', issue.ballInCourt),
    numberOfAttachments: issue.attachmentCount,
  };
};

/** Returns a milestone of a list ("Get Project Milestones"). */
export const milestoneShape = ({ userId }: ConqaDataset, project: Project, milestone: Milestone): unknown => ({
  milestoneId: `ms:${milestone.id}`,
  projectId: project.id,
  externalId: milestone.externalId,
  name: milestone.name,
  status: {
    ...milestone.status,
    lastUpdatedAt: iso(milestone.statusAt),
    lastUpdatedBy: milestone.statusBy.email,
    lastUpdatedByUser: userId(milestone.statusBy),
  },
  fields: milestone.fields,
  checklistId: `cl:${milestone.checklist.id}`,
  measurements: milestone.measurements,
});

/** Returns a webhook as it is registered; the list of a project leaves the name out ("List Webhooks for Project"). */
export const webhookShape = (webhook: Webhook, { withName }: { readonly withName: boolean }): unknown => ({
  id: webhook.id,
  ...(withName ? { name: webhook.name } : {}),
  [webhook.scope.kind === 'project' ? 'projectId' : 'accountId']: webhook.scope.id,
  userId: webhook.userId,
  maskedCallbackUrl: `${new URL(webhook.callbackUrl).host}/***`,
  type: webhook.type,
  status: webhook.status,
  createdAt: webhook.createdAt,
  updatedAt: webhook.updatedAt,
});
