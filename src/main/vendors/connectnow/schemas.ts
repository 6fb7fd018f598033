import { z } from 'zod';
import { expecting } from '../core/expectation.ts';
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

/** How grave an issue is. */
export const SEVERITIES = ['critical', 'important', 'info'] as const;

/** What a paginator says beside its rows. Its addresses are signs, never followed: they may be of any host. */
const paginator = {
  current_page: wireNumber,
  per_page: wireNumber,
  from: wireNumber,
  to: wireNumber,
  path: wireText,
  first_page_url: wireText,
  prev_page_url: wireText,
  next_page_url: wireText,
};

/**
 * A list as it may come: only that of issues is shown, a paginator; the others may be one too, or `{data}`, or a bare
 * array. Rows are read one by one, so that each keeps its own JSON.
 */
const listOf = (row: z.ZodType) => z.union([wireRows(row), z.looseObject({ data: wireRows(row), ...paginator })]);

/** Any of the lists, its rows as they came. */
export const anyList = z.union([z.array(z.unknown()), z.looseObject({ data: z.array(z.unknown()) })]);

const moments = { created_at: wireMoment, updated_at: wireMoment };

/** One company. */
export const company = z.looseObject({ id: wireId, name: wireText, ...moments });

/** One category. Its company comes along only where it was asked for. */
export const category = z.looseObject({
  id: wireId,
  name: wireText,
  company_id: wireText,
  company: wireObject(company),
  /** What ties it to the issue it came with. */
  pivot: z.unknown().optional(),
  ...moments,
});
export type Category = z.output<typeof category>;

/** One event of an issue, whose form is nowhere shown: its text is looked for under the names it may have. */
const event = z.looseObject({
  id: wireText,
  issue_id: wireText,
  description: wireText,
  message: wireText,
  text: wireText,
  ...moments,
});

/** A list that comes along only where it was asked for; null where it did not come. */
function appended<Schema extends z.ZodType>(schema: Schema) {
  const list = wireList(schema);
  const read = z.transform((value: unknown) => (Array.isArray(value) ? list.parse(value) : null));
  return expecting(read, { is: 'list', of: schema });
}

/** One issue. The answer of a creation has no `closed_at`. */
export const issue = z.looseObject({
  id: wireId,
  name: wireText,
  severity: wireWord(SEVERITIES),
  closed_at: z.unknown().optional(),
  ...moments,
  categories: appended(category),
  events: appended(event),
});
export type Issue = z.output<typeof issue>;

/** What a creation answers with. The status says that it is done, so a missing id does not make it a failure. */
export const createdIssue = z.looseObject({ id: wireText, name: wireText, severity: wireWord(SEVERITIES), ...moments });

/** One webhook. */
export const webhook = z.looseObject({
  id: wireId,
  user_id: wireText,
  url: wireText,
  description: wireText,
  ...moments,
});

/** "Get all public issues". */
export const issuesAnswer = listOf(issue);

/** "Get all public categories". */
export const categoriesAnswer = listOf(category);

/** "Get all public companies". */
export const companiesAnswer = listOf(company);

/** "Get all webhooks". */
export const webhooksAnswer = listOf(webhook);
