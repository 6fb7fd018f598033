import { z } from 'zod';
import { mapOrRefuse } from './map-common.ts';
import { summaryAnswer } from './schemas.ts';
import { wireMap, type NamedEntry } from './wire-map.ts';

/** How many of a project's issues or milestones have a status, as CONQA says. */
interface StatusCount {
  readonly status: string;
  readonly count: number | null;
}

/**
 * One half of a summary, as given: neither the total nor a share is worked out from the rest. `isConsistent` compares
 * the total with `sum`, the sum of the counts: false where the two differ, null where there is nothing to compare.
 */
interface SummaryCounts {
  readonly total: number | null;
  readonly statuses: readonly StatusCount[];
  readonly sum: number | null;
  readonly isConsistent: boolean | null;
}

export interface ProjectSummary {
  readonly name: string | null;
  readonly issues: SummaryCounts | null;
  readonly milestones: (SummaryCounts & { readonly measures: readonly NamedEntry<unknown>[] }) | null;
}

const measuresOf = wireMap(z.unknown());

type Wire = z.output<typeof summaryAnswer>['data'];

function countsOf({ total, statuses }: NonNullable<Wire['issues']>): SummaryCounts {
  const counts = statuses.flatMap(({ name, status, issueCount, milestoneCount, count }) => {
    const word = name ?? status;
    return word === null ? [] : [{ status: word, count: issueCount ?? milestoneCount ?? count }];
  });
  const numbers = counts.flatMap(({ count }) => count ?? []);
  // A sum over some of them would be a number nobody gave.
  const isWhole = counts.length > 0 && numbers.length === statuses.length;
  const sum = isWhole ? numbers.reduce((all, count) => all + count, 0) : null;
  return { total, statuses: counts, sum, isConsistent: total === null || sum === null ? null : total === sum };
}

/**
 * A project's summary from the answer of "Get Project Summary". Throws VendorError `unexpected-answer` when it is none.
 */
export function projectSummary(json: unknown): ProjectSummary {
  const { name, issues, milestones } = mapOrRefuse('getProjectSummary', () => summaryAnswer.parse(json)).data;
  return {
    name,
    issues: issues === null ? null : countsOf(issues),
    milestones:
      milestones === null ? null : { ...countsOf(milestones), measures: measuresOf.parse(milestones.measures) },
  };
}
