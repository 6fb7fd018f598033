import { projectNamed } from './access.ts';
import type { ConqaDataset } from './data/dataset.ts';
import { orderMilestones } from './milestone-order.ts';
import type { OperationName } from './operations.ts';
import { pageLimit, readCount, readQuery, type Answer, type Asked } from './request.ts';
import { issueShape, milestoneShape, summaryShape } from './shapes.ts';

/** The operations that read projects and what is in them. */
type ProjectOperation = Extract<
  OperationName,
  'listProjects' | 'getProjectSummary' | 'listProjectIssues' | 'listProjectMilestones'
>;

/** Which page of a list is asked for. */
type Wanted = { readonly page?: string; readonly limit?: string };

const readPage = ({ page, limit }: Wanted): { readonly page: number; readonly limit: number } => ({
  page: readCount(page, { standard: 1, most: 999_999_999 }),
  limit: readCount(limit, pageLimit),
});

/**
 * Returns a page of a list; past the end it is empty. `vanished` rows are missing from the front of the list on every
 * page but the first (negative: so many appeared), which shifts what the later pages show.
 */
const pageOf = <Row>(rows: readonly Row[], { page, limit }: ReturnType<typeof readPage>, vanished: number) => {
  const shift = page === 1 ? 0 : vanished;
  const from = Math.max(0, (page - 1) * limit + shift);
  return {
    paging: { total_records: Math.max(0, rows.length - shift), page_size: limit, page_number: page },
    rows: rows.slice(from, from + limit),
  };
};

/** Returns the reads of projects, issues and milestones. */
export const projectAnswers = (dataset: ConqaDataset): Readonly<Record<ProjectOperation, Answer>> => {
  const projectOf = ({ caller, path }: Asked) => projectNamed(dataset, caller, path('projectId'));
  return {
    listProjects: ({ c, caller }) => {
      readQuery(c, []);
      return c.json({ projects: caller.projects.map(({ id, name }) => ({ projectId: id, projectName: name })) });
    },
    getProjectSummary: (asked) => {
      readQuery(asked.c, []);
      return asked.c.json({ data: summaryShape(projectOf(asked)) });
    },
    listProjectIssues: (asked) => {
      const project = projectOf(asked);
      const wanted = readPage(readQuery(asked.c, ['page', 'limit']));
      const { paging, rows } = pageOf(project.issues, wanted, asked.c.get('vanishedRows') ?? 0);
      return asked.c.json({ data: { paging, issues: rows.map((issue) => issueShape(dataset, project, issue)) } });
    },
    listProjectMilestones: (asked) => {
      const project = projectOf(asked);
      const query = readQuery(asked.c, ['page', 'limit', 'orderBy', 'orderDirection']);
      const ordered = orderMilestones(project, query);
      const { paging, rows } = pageOf(ordered, readPage(query), asked.c.get('vanishedRows') ?? 0);
      return asked.c.json({ data: { paging, milestones: rows.map((row) => milestoneShape(dataset, project, row)) } });
    },
  };
};
