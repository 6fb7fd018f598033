import { describe, expect, it } from 'vitest';
import { projectSummary } from '../../src/main/vendors/conqa/project-summary.ts';
import { vectors } from './vectors/conqa.ts';

const example = vectors.find(({ operation }) => operation === 'getProjectSummary')?.answer?.body;

const issues = (given: unknown) => projectSummary({ data: { name: 'Tower', issues: given } }).issues;

describe('projectSummary', () => {
  it('shows the document’s example as given, and flags that 97 issues are not 10', () => {
    const summary = projectSummary(example);
    expect(summary.issues).toMatchObject({ total: 10, sum: 97, isConsistent: false });
    expect(summary.issues?.statuses[0]).toEqual({ status: 'open', count: 45 });
    expect(summary.name).toBe('CONQA Apartments');
  });

  it('has nothing to compare where a total stands alone', () => {
    expect(projectSummary(example).milestones).toEqual({
      total: 3,
      statuses: [],
      sum: null,
      isConsistent: null,
      measures: [],
    });
  });

  it('finds nothing wrong with counts that add up', () => {
    const statuses = [
      { name: 'open', issueCount: 2 },
      { name: 'closed', issueCount: 5 },
    ];
    expect(issues({ total: 7, statuses })).toMatchObject({ total: 7, sum: 7, isConsistent: true });
  });

  it('gives no sum of a part of the counts, and takes no side without a total', () => {
    expect(issues({ total: 7, statuses: [{ name: 'open', issueCount: 7 }, { name: 'closed' }] })).toMatchObject({
      statuses: [
        { status: 'open', count: 7 },
        { status: 'closed', count: null },
      ],
      sum: null,
      isConsistent: null,
    });
    expect(issues({ total: 7, statuses: [{ name: 'open', issueCount: 7 }, { issueCount: 3 }] })?.sum).toBeNull();
    expect(issues({ statuses: [{ name: 'open', issueCount: 7 }] })).toMatchObject({ total: null, isConsistent: null });
  });

  it('understands counts by status, as milestones have been seen to have, and keeps measures as they are', () => {
    const { milestones } = projectSummary({
      data: {
        milestones: {
          total: 52,
          statuses: [{ status: 'open', count: 52, percentage: 51.49 }],
          measures: { timeToSubmitted: { overdue: 4 } },
        },
      },
    });
    expect(milestones).toEqual({
      total: 52,
      statuses: [{ status: 'open', count: 52 }],
      sum: 52,
      isConsistent: true,
      measures: [{ name: 'timeToSubmitted', value: { overdue: 4 } }],
    });
  });

  it('says of a half that is missing that it is missing', () => {
    expect(projectSummary({ data: {} })).toEqual({ name: null, issues: null, milestones: null });
  });

  it.each([null, [], { name: 'Tower' }])('refuses %j, which is no summary', (json) => {
    expect(() => projectSummary(json)).toThrow(expect.objectContaining({ code: 'unexpected-answer' }));
  });
});
