import type { Dataset } from '../data/dataset.ts';
import type { IdentifierKind } from '../data/identifiers.ts';
import type { Person } from '../data/people.ts';
import { anInteger } from './query.ts';
import { refusal } from './refusal.ts';

/** Parameters of every paged list. The document names no maximum; more than 1000 is refused aloud, so that nobody
 * comes to count on it. */
export const paging = { pageNumber: anInteger(1, 999_999_999), pageSize: anInteger(1, 1000) } as const;

/** Returns the number an id names within its kind, or null; ids typed string that name nothing select nothing. */
export const indexNamed = ({ identifiers }: Dataset, kind: IdentifierKind, id: string): number | null => {
  const found = identifiers.decode(id);
  return found?.kind === kind ? found.record : null;
};

/** Returns who belongs to a group of people; nobody to an unknown one. */
export const membersOf = (dataset: Dataset, groupId: string): ReadonlySet<number> =>
  dataset.personGroups[indexNamed(dataset, 'personGroup', groupId) ?? -1]?.members ?? new Set();

/** Returns the numbers of the objects in a group; none of an unknown one. */
export const objectsIn = (dataset: Dataset, groupId: string): ReadonlySet<number> =>
  new Set(
    dataset.records.object
      .all()
      .filter(([, { groupIds }]) => groupIds.includes(groupId))
      .flatMap(([id]) => indexNamed(dataset, 'site', id) ?? []),
  );

/** Tells whether any of these people is a member. */
export const anyIn = (people: readonly Person[], members: ReadonlySet<number>): boolean =>
  people.some((person) => members.has(person.index));

/** @throws HTTPException 422 when a range of dates (milliseconds since 1970) ends before it begins. */
export const checkDates = (fromDate: number | undefined, toDate: number | undefined): void => {
  if (fromDate !== undefined && toDate !== undefined && fromDate > toDate) {
    throw refusal(422, 'VALIDATION_ERROR', 'The range is empty.', { fromDate: 'is later than toDate' });
  }
};
