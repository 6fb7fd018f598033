import { projectRow } from './schemas.ts';

/** A project as a copy of it can be told by. */
interface CopiedProject {
  readonly id: string;
  readonly name: string | null;
  readonly shortName: string;
  readonly code: string | null;
  /** ISO 8601 in UTC. */
  readonly createdAt: string | null;
}

/**
 * The project of a fresh list that has this short name: the answer to a copy names no id, and after a copy without an
 * answer only the list tells whether it was made. `projects` are the rows of "List Projects for User"; those that cannot
 * be read are passed over. Of several it is the one made last; null for none.
 */
export function findCopied(projects: readonly unknown[], shortName: string): CopiedProject | null {
  const wanted = shortName.trim();
  let found: CopiedProject | null = null;
  for (const row of projects) {
    const project = projectRow.safeParse(row).data;
    if (project?.ProjectShortName?.trim() !== wanted || wanted === '') continue;
    const { ProjectId: id, ProjectName: name, ProjectCode: code, CreationDate: createdAt } = project;
    if (found === null || (createdAt ?? '') > (found.createdAt ?? '')) {
      found = { id, name, shortName: wanted, code, createdAt };
    }
  }
  return found;
}
