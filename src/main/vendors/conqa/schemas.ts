import { z } from 'zod';
import {
  wireId,
  wireList,
  wireMoment,
  wireNumber,
  wireObject,
  wireRows,
  wireText,
  wireWord,
} from '../core/wire-fields.ts';
import { wireMap } from './wire-map.ts';

/** One row of "Get Projects for User". */
export const projectRow = z.looseObject({ projectId: wireId, projectName: wireText });

/** "Get Projects for User". Rows of lists are read one by one, so that each keeps its own JSON. */
export const projectsAnswer = z.looseObject({ projects: wireRows(projectRow) });

/** A count in "Get Project Summary": `name` and `issueCount`, or `status` and `count` as milestones have been seen. */
const statusCount = z.looseObject({
  name: wireText,
  issueCount: wireNumber,
  status: wireText,
  milestoneCount: wireNumber,
  count: wireNumber,
});

/** "Get Project Summary". */
export const summaryAnswer = z.looseObject({
  data: z.looseObject({
    name: wireText,
    issues: wireObject(z.looseObject({ total: wireNumber, statuses: wireList(statusCount) })),
    milestones: wireObject(
      z.looseObject({ total: wireNumber, statuses: wireList(statusCount), measures: z.unknown() }),
    ),
  }),
});

/** Where a list stands. `page_size` and `page_number` repeat what was asked for; only the total says something new. */
const paging = wireObject(z.looseObject({ total_records: wireNumber, page_size: wireNumber, page_number: wireNumber }));

/** What an issue can be, as the document's example of a project's summary counts them. */
const ISSUE_STATUSES = ['open', 'closed', 'disputed', 'ready-to-inspect', 'work-completed'];

/** One row of "Get Project Issues". */
export const issueRow = z.object({
  issueId: wireId,
  projectId: wireText,
  assignedTo: wireText,
  checklistId: wireText,
  description: wireText,
  dueDate: wireMoment,
  issueNumber: wireText,
  lastUpdatedAt: wireMoment,
  raisedAt: wireMoment,
  raisedBy: wireText,
  raisedByName: wireText,
  responsiblePerson: wireText,
  responsiblePersonName: wireText,
  status: wireWord(ISSUE_STATUSES),
  title: wireText,
  ballInCourtUser: wireText,
  ballInCourtUserName: wireText,
});
export type IssueRow = z.output<typeof issueRow>;

/** The same with what no screen shows of it. */
const documentedIssueRow = issueRow.extend({
  checkpointId: wireText,
  lastUpdatedBy: wireText,
  daysAtStatus: wireNumber,
  numberOfAttachments: wireNumber,
});

/** "Get Project Issues". */
export const issuesAnswer = z.looseObject({
  data: z.looseObject({ paging, issues: wireRows(documentedIssueRow) }),
});

/** One row of "Get Project Milestones". Its fields and measurements are those the project is configured with. */
export const milestoneRow = z.looseObject({
  milestoneId: wireId,
  projectId: wireText,
  externalId: wireText,
  name: wireText,
  status: wireObject(
    z.looseObject({
      value: wireText,
      display: wireText,
      lastUpdatedAt: wireMoment,
      lastUpdatedBy: wireText,
      lastUpdatedByUser: wireText,
    }),
  ),
  fields: wireMap(z.looseObject({ value: z.unknown(), display: wireText })),
  checklistId: wireText,
  measurements: wireMap(z.looseObject({ days: wireNumber, threshold: wireText })),
});
export type MilestoneRow = z.output<typeof milestoneRow>;

/** "Get Project Milestones". */
export const milestonesAnswer = z.looseObject({
  data: z.looseObject({ paging, milestones: wireRows(milestoneRow) }),
});

/** "Webhook Status". */
const WEBHOOK_STATUSES = ['ACTIVE', 'INACTIVE'];

/** One webhook, as lists and "Register" show it. A project's list leaves out the name. */
export const webhook = z.looseObject({
  id: wireId,
  name: wireText,
  projectId: wireText,
  accountId: wireText,
  maskedCallbackUrl: wireText,
  userId: wireText,
  type: wireWord(['MILESTONE', 'REPORT']),
  status: wireWord(WEBHOOK_STATUSES),
  createdAt: wireMoment,
  updatedAt: wireMoment,
});

/** "List Webhooks for Project" and "List Webhooks for Account". An absent key is the end; any other form is not. */
export const webhooksAnswer = z.looseObject({
  data: z.looseObject({
    count: wireNumber,
    lastEvaluatedKey: z.string().nullish(),
    webhooks: wireRows(webhook),
  }),
});

/** "Register". Any object is taken: what was done is done, whatever the answer's form. */
export const registeredWebhook = z.looseObject({ webhook: wireObject(webhook) });

/** "Update" and "Delete": flat, likewise tolerant. */
export const changedWebhook = z.looseObject({
  message: wireText,
  webhookId: wireText,
  name: wireText,
  status: wireWord(WEBHOOK_STATUSES, { mayBeNull: true }),
});

/** "Start generation of Report": no id; the report itself goes to the webhook. */
export const reportStarted = z.looseObject({ data: wireObject(z.looseObject({ message: wireText })) });
