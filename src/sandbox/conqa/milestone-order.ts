import type { Milestone } from './data/milestones.ts';
import type { Project } from './data/project.ts';
import { refusal } from './refusal.ts';

type Value = string | number | boolean | null;

const own: Readonly<Record<string, (milestone: Milestone) => Value>> = {
  milestoneId: (milestone) => milestone.id,
  externalId: (milestone) => milestone.externalId,
  name: (milestone) => milestone.name,
  status: (milestone) => milestone.status.value,
};

/**
 * Returns what a milestone is ordered by. "The field name to order by" is all the document says: here it is one of a
 * milestone's own names, or that of a field or measure the project has configured. @throws HTTPException 400 on any
 * other.
 */
const valueOf = (project: Project, name: string): ((milestone: Milestone) => Value) => {
  if (Object.hasOwn(own, name)) return own[name] ?? (() => null);
  const isField = project.milestones.some((milestone) => Object.hasOwn(milestone.fields, name));
  if (isField) return (milestone) => milestone.fields[name]?.value ?? null;
  if (project.setup.measures.some((measure) => measure.name === name)) {
    return (milestone) => milestone.measurements[name]?.days ?? null;
  }
  throw refusal(400);
};

const compare = (a: Value, b: Value): number => {
  // Without a value comes last in either direction.
  if (a === null || b === null) return 0;
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Returns a project's milestones in the order asked for, or in which they open. @throws HTTPException 400. */
export const orderMilestones = (
  project: Project,
  { orderBy, orderDirection = 'asc' }: { readonly orderBy?: string; readonly orderDirection?: string },
): readonly Milestone[] => {
  if (orderDirection !== 'asc' && orderDirection !== 'desc') throw refusal(400);
  const isDown = orderDirection === 'desc';
  if (orderBy === undefined) return isDown ? project.milestones.toReversed() : project.milestones;
  const read = valueOf(project, orderBy);
  return project.milestones.toSorted((a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return isDown ? compare(right, left) : compare(left, right);
  });
};
