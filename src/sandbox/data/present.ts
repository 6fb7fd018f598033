import type { Identifiers, IdentifierKind } from './identifiers.ts';
import { administrator, type Person, type Role } from './people.ts';
import type { Records } from './records.ts';
import type { Site } from './sites.ts';
import type { Template } from './template.ts';

/** People, sites and templates as they are now, with those created since. Deleted ones are known by their last name. */
export type Present = {
  /** Returns who has this id, or null when nobody has or had it. */
  readonly personOf: (id: string) => Person | null;
  /** Returns somebody as they are now. */
  readonly personNow: (person: Person) => Person;
  readonly siteOf: (id: string) => Site | null;
  readonly templateOf: (id: string) => Template | null;
  /** Tells whether somebody's account is gone. */
  readonly isDeleted: (person: Person) => boolean;
};

/** What it is made from: what the data set began with, and the records over it. */
type Source = {
  readonly identifiers: Identifiers;
  readonly people: readonly Person[];
  readonly sites: readonly Site[];
  readonly templates: readonly Template[];
  readonly records: Records;
};

/** Returns the present of a data set. */
export const createPresent = ({ identifiers, people, sites, templates, records }: Source): Present => {
  const numberOf = (kind: IdentifierKind, id: string): number => {
    const found = identifiers.decode(id);
    return found?.kind === kind ? found.record : -1;
  };
  const idOf = (person: Person): string => identifiers.encode('person', person.index);

  const roleOf = (id: string): Role => {
    const role = records.role.known(id);
    if (role === null) return administrator;
    const { name, description, roleType } = role;
    return { index: numberOf('role', id), name, description: description ?? '', roleType };
  };

  const personOf = (id: string): Person | null => {
    const user = records.user.known(id);
    if (user === null) return null;
    const index = numberOf('person', id);
    // Whoever is created here works everywhere; a region only decides who the data set sends where.
    const region = people[index]?.region ?? 'nz';
    return { index, name: user.name, email: user.email, role: roleOf(user.roleId), region };
  };

  return {
    personOf,
    personNow: (person) => (records.user.isWritten() ? (personOf(idOf(person)) ?? person) : person),
    siteOf: (id) => {
      const object = records.object.known(id);
      if (object === null) return null;
      const index = numberOf('site', id);
      const began = sites[index] ?? { region: 'nz', zone: 'UTC', clientName: '' };
      return { ...began, index, name: object.name, notes: object.notes ?? '' };
    },
    templateOf: (id) => {
      const template = records.template.known(id);
      if (template === null) return null;
      const index = numberOf('template', id);
      const began = templates[index];
      // What was copied here is audited by nobody, so its lines are never read.
      const blank = { hint: null, windowDays: 1, tags: [], places: [], scenes: [], lines: [] };
      return { ...(began ?? blank), index, name: template.name };
    },
    isDeleted: (person) => records.user.isWritten() && records.user.get(idOf(person)) === null,
  };
};
