import type { Identifiers } from './identifiers.ts';
import { attributesOf, choicesOf } from './attributes.ts';
import type { Person, PersonGroup, Role } from './people.ts';
import { permissionsOf } from './permissions.ts';
import { addressOf } from './places.ts';
import type { Beginnings } from './records.ts';
import { schedulesOf } from './schedules.ts';
import { scoreSystemsOf } from './score-systems.ts';
import type { Site } from './sites.ts';
import type { Template } from './template.ts';

/** What the records of a company are made from. */
export type BeginningSource = {
  readonly seed: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly identifiers: Identifiers;
  readonly sites: readonly Site[];
  readonly siteGroups: readonly { readonly index: number; readonly region: Site['region'] }[];
  readonly people: readonly Person[];
  readonly personGroups: readonly PersonGroup[];
  readonly roles: readonly Role[];
  readonly templates: readonly Template[];
};

/** Returns what a company's records begin with, by kind. */
export const createBeginnings = (source: BeginningSource): Beginnings => {
  const { identifiers, sites, people, roles, templates } = source;
  const { encode } = identifiers;

  const participants = (site: Site): readonly Person[] =>
    people.filter((person) => person.region === site.region && person.role.name === 'Senior Auditor');
  const groupsOf = (site: Site): readonly PersonGroup[] => {
    const isLocal = (index: number): boolean => people[index]?.region === site.region;
    return source.personGroups.filter(({ members }) => members.size > 0 && [...members].every(isLocal));
  };

  return {
    user: () =>
      people.map(({ index, name, email, role }) => [
        encode('person', index),
        { name, email, roleId: encode('role', role.index), phone: null },
      ]),
    role: () =>
      roles.map(({ index, name, description, roleType }) => [
        encode('role', index),
        { name, description, roleType, permissions: permissionsOf[roleType] },
      ]),
    object: () =>
      sites.map((site) => [
        encode('site', site.index),
        {
          name: site.name,
          notes: site.notes,
          geoAddress: addressOf(source.seed, site),
          groupIds: source.siteGroups
            .filter(({ region }) => region === site.region)
            .map(({ index }) => encode('siteGroup', index)),
          participantUserIds: participants(site).map(({ index }) => encode('person', index)),
          participantGroupIds: groupsOf(site).map(({ index }) => encode('personGroup', index)),
          choices: choicesOf(source.seed, identifiers, site),
        },
      ]),
    attribute: () => (sites.length === 0 ? [] : attributesOf(identifiers)),
    template: () =>
      templates.map(({ index, name, windowDays }) => [
        encode('template', index),
        { name, templateType: windowDays === 1 ? 1 : 0, scoreSystemId: encode('scoreSystem', 0) },
      ]),
    scoreSystem: () => (templates.length === 0 ? [] : scoreSystemsOf(identifiers)),
    schedule: () => schedulesOf(source),
  };
};
