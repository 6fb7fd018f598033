import type { Person } from '../../data/people.ts';
import type { Site } from '../../data/sites.ts';
import { day } from '../../data/zones.ts';
import { levels } from '../levels.ts';
import type { Field, FieldValue, Project, Role, Step } from '../records.ts';
import { firstProjectId, type BoardPlan } from './boards.ts';
import { fieldPlans, type FieldTopic } from './field-plans.ts';

/** What a board is made from. */
type Source = {
  readonly site: Site;
  readonly plan: BoardPlan;
  readonly everybody: readonly Person[];
  readonly userId: (person: Person) => number;
  readonly now: number;
};

/** A project with its settings, before anything is in it. */
type BoardRecords = {
  readonly project: Project;
  /** The default role last. */
  readonly roles: readonly Role[];
  readonly steps: readonly Step[];
  readonly fields: readonly {
    readonly field: Field;
    readonly topic: FieldTopic;
    readonly values: readonly FieldValue[];
  }[];
};

type RoleName = 'Project manager' | 'Site engineer' | 'Subcontractor' | 'Client';

/** Returns the role somebody has on a board, or null where they have the default one. */
const roleNameOf = (person: Person, { index, region }: Site): RoleName | null => {
  // The observer was invited to the first board alone, and the first engineer is not on the island.
  if (person.role.roleType === 3) return index === 0 && person.region === region ? 'Client' : null;
  if (person.region !== region || (index === 5 && person.role.index === 2 && person.index < 5)) return null;
  if (person.role.roleType === 2) return 'Subcontractor';
  return person.role.index === 2 ? 'Site engineer' : 'Project manager';
};

/** Returns the project, roles, steps and custom fields of a board. Ids of its settings are counted from its index. */
export const createBoard = ({ site, plan, everybody, userId, now }: Source): BoardRecords => {
  const { index } = site;
  const id = firstProjectId + index;
  const createdAt = now - (420 - index * 17) * day;
  const stamps = { createdAt, updatedAt: createdAt };

  const steps = plan.steps.map(({ name, description, limit }, place): Step => ({
    id: 88_001 + index * 10 + place,
    projectId: id,
    properties: { name, description, limit, pos: place + 1 },
    ...stamps,
  }));

  const role = (place: number, properties: Partial<Role['properties']> & { readonly name: string }): Role => ({
    id: 8101 + index * 10 + place,
    projectId: id,
    properties: {
      access_level: levels.closed,
      max_step: null,
      can_edit_project: false,
      can_manage_people_notes: false,
      can_see_private_notes: false,
      ...properties,
    },
    ...stamps,
  });
  const roles = [
    role(0, {
      name: 'Project manager',
      access_level: levels.all,
      can_edit_project: true,
      can_manage_people_notes: true,
      can_see_private_notes: true,
    }),
    role(1, { name: 'Site engineer', access_level: levels.writeTickets }),
    // Whoever did the work does not close it.
    role(2, { name: 'Subcontractor', access_level: levels.writeTickets, max_step: steps.at(-2)?.id ?? null }),
    role(3, { name: 'Client', access_level: levels.read }),
    role(4, { name: 'Default', access_level: plan.defaultLevel }),
  ];

  const members = everybody.flatMap((person): readonly (readonly [number, number])[] => {
    const name = roleNameOf(person, site);
    const own = roles.find(({ properties }) => properties.name === name);
    return own === undefined ? [] : [[userId(person), own.id]];
  });
  const owner = everybody.find((person) => person.role.roleType === 1) ?? everybody[0];

  let valueId = 41_001 + index * 100;
  const fields = fieldPlans[plan.fields].map(([number, { topic, properties, values }]) => {
    const field: Field = { id: 3001 + index * 20 + number, projectId: id, name: `f${number}`, properties, ...stamps };
    const made = values.map(({ title, isDefault }, place): FieldValue => ({
      id: valueId++,
      fieldId: field.id,
      properties: { title, is_default: isDefault, pos: place + 1 },
      ...stamps,
    }));
    return { field, topic, values: made };
  });

  const project: Project = {
    id,
    properties: { name: site.name, description: site.notes },
    ownerId: owner === undefined ? 0 : userId(owner),
    defaultRoleId: roles[4]?.id ?? 0,
    members,
    ...stamps,
  };
  return { project, roles, steps, fields };
};
