import { z } from 'zod';
import { wireId, wireList, wireMoment, wireNumber, wireObject, wireText } from '../core/wire-fields.ts';
import { wireMap } from './wire-map.ts';

/** "Get Projects for User". Rows of lists are read one by one, so that each keeps its own JSON. */
export const projectsAnswer = z.looseObject({ projects: z.array(z.unknown()) });

/** One row of "Get Projects for User". */
export const projectRow = z.looseObject({ projectId: wireId, projectName: wireText });

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
const paging = wireObject(z.looseObject({ total_records: wireNumber }));

/** "Get Project Issues". */
export const issuesAnswer = z.looseObject({ data: z.looseObject({ paging, issues: z.array(z.unknown()) }) });

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
  status: wireText,
  title: wireText,
  ballInCourtUser: wireText,
  ballInCourtUserName: wireText,
});
export type IssueRow = z.output<typeof issueRow>;

/** "Get Project Milestones". */
export const milestonesAnswer = z.looseObject({ data: z.looseObject({ paging, milestones: z.array(z.unknown()) }) });

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
    }),
  ),
  fields: wireMap(z.looseObject({ value: z.unknown(), display: wireText })),
  checklistId: wireText,
  measurements: wireMap(z.looseObject({ days: wireNumber, threshold: wireText })),
});
export type MilestoneRow = z.output<typeof milestoneRow>;

/** "List Webhooks for Project" and "List Webhooks for Account". An absent key is the end; any other form is not. */
export const webhooksAnswer = z.looseObject({
  data: z.looseObject({ lastEvaluatedKey: z.string().nullish(), webhooks: z.array(z.unknown()) }),
});

/** One webhook, as lists and "Register" show it. A project's list leaves out the name. */
export const webhook = z.looseObject({
  id: wireId,
  name: wireText,
  projectId: wireText,
  accountId: wireText,
  maskedCallbackUrl: wireText,
  type: wireText,
  status: wireText,
  createdAt: wireMoment,
  updatedAt: wireMoment,
});

/** "Register". Any object is taken: what was done is done, whatever the answer's form. */
export const registeredWebhook = z.looseObject({ webhook: wireObject(webhook) });

/** "Update" and "Delete": flat, likewise tolerant. */
export const changedWebhook = z.looseObject({
  message: wireText,
  webhookId: wireText,
  name: wireText,
  status: wireText,
});

/** "Start generation of Report": no id; the report itself goes to the webhook. */
export const reportStarted = z.looseObject({ data: wireObject(z.looseObject({ message: wireText })) });
