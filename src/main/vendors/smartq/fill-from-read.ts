import type { CarriedField, FillRule, Fields } from '../core/fill-from-read.ts';
import { textOf } from '../core/wire-fields.ts';
import { readCustomFields } from './custom-fields.ts';
import { unexpectedAnswer } from './map-common.ts';
import { wireBit, wireDay } from './wire-values.ts';

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The reads of one detail. What they cannot read for certain is refused: what is guessed is sent. */
function readersOf(operation: string) {
  const refuse = (place: string): never => {
    throw unexpectedAnswer(operation, place);
  };
  const read = (name: string, of: (value: unknown) => unknown): CarriedField => ({
    read: ({ [name]: value }) => (value === undefined || value === null || value === '' ? undefined : of(value)),
  });
  return {
    refuse,
    text: (name: string) => read(name, (value) => (typeof value === 'string' ? value : refuse(name))),
    number: (name: string) =>
      read(name, (value) => {
        const number = Number(textOf(value) ?? Number.NaN);
        return Number.isFinite(number) ? number : refuse(name);
      }),
    id: (name: string) => read(name, (value) => (/^\d+$/.test(textOf(value) ?? '') ? textOf(value) : refuse(name))),
    flag: (name: string) => read(name, (value) => wireBit.parse(value) ?? refuse(name)),
  };
}

interface RuleParts {
  readonly read: string;
  readonly wrapper: string;
  /** The name of the id in the path and in the answer; null where the path says who it is without one. */
  readonly id: readonly [path: string, answer: string] | null;
  readonly carried: FillRule['carried'];
  readonly others?: NonNullable<FillRule['others']>;
}

/** Whether a PUT keeps what it leaves out is not documented, so everything that is known is sent. */
function ruleOf({ read, wrapper, id, carried, others }: RuleParts): FillRule {
  return {
    wrapper,
    sendsNull: true,
    carried,
    ...(others ? { others } : {}),
    unreadable: [],
    readCall: ({ path }) => ({ operation: read, params: path === undefined ? {} : { path } }),
    open: ({ path = {} }, answer) => {
      if (!isFields(answer)) throw unexpectedAnswer(read, 'the whole answer');
      if (id !== null && textOf(answer[id[1]]) !== textOf(path[id[0]])) throw unexpectedAnswer(read, id[1]);
      return answer;
    },
  };
}

const profile = (operation: string): FillRule['carried'] => {
  const { text, flag } = readersOf(operation);
  return {
    name: text('name'),
    email: text('email'),
    is_account_administrator: flag('is_account_administrator'),
    can_manage_projects: flag('can_manage_projects'),
    can_view_profiles: flag('can_view_profiles'),
    can_manage_profiles: flag('can_manage_profiles'),
    company: text('company'),
    title: text('title'),
    address: text('address'),
    work_phone: text('work_phone'),
    cell_phone: text('cell_phone'),
    comments: text('comments'),
  };
};

const roleFields = (operation: string): FillRule['carried'] => {
  const { text, number, id, flag } = readersOf(operation);
  return {
    name: text('name'),
    access_level: number('access_level'),
    max_step: id('max_step'),
    can_edit_project: flag('can_edit_project'),
    can_manage_people_notes: flag('can_manage_people_notes'),
    can_see_private_notes: flag('can_see_private_notes'),
  };
};

const project = readersOf('getProject');
const step = readersOf('getStep');
const field = readersOf('getCustomField');
const value = readersOf('getCustomFieldValue');
const ticket = readersOf('getTicket');
const note = readersOf('getNote');

/** Options that say something, and that the type has: PHP writes an array without entries as `[]`. */
const options: CarriedField = {
  read: ({ options: held, type }) => {
    if (held === undefined || held === null || (Array.isArray(held) && held.length === 0)) return undefined;
    if (!isFields(held)) return field.refuse('options');
    const names = type === 'float' ? ['min', 'max'] : type === 'choice' ? ['choiceType', 'fieldLayout'] : [];
    const numeric = type === 'float';
    const known = names
      .filter((name) => textOf(held[name]) !== null)
      .map((name) => [name, numeric ? Number(held[name]) : held[name]] as const);
    return known.length === 0 ? undefined : Object.fromEntries(known);
  },
  // Another type has none of the old one's options.
  carry: (before, { type }, fresh) => (type === undefined || type === fresh['type'] ? before : undefined),
};

/** Ids of users, whose detail shows them as users, as users by id, or as ids. */
const assigned: CarriedField = {
  read: ({ assigned_to: users }) => {
    if (users === undefined) return undefined;
    const list = Array.isArray(users) ? users : isFields(users) ? Object.values(users) : users === null ? [] : null;
    if (list === null) return ticket.refuse('assigned_to');
    return list.map((user, index) => {
      const id = textOf(isFields(user) ? user['id'] : user);
      return id !== null && /^\d+$/.test(id) ? id : ticket.refuse(`assigned_to.${index}`);
    });
  },
};

const tags: CarriedField = {
  read: ({ tags: held }) => {
    if (held === undefined || held === null || held === '') return undefined;
    if (typeof held === 'string') return held;
    const texts = Array.isArray(held) ? held.map(textOf) : [null];
    return texts.every((text) => text !== null) ? texts.join(', ') : ticket.refuse('tags');
  },
};

const requiredBy: CarriedField = {
  read: ({ required_by: day }) =>
    day === undefined || day === null || day === '' ? undefined : (wireDay.parse(day) ?? ticket.refuse('required_by')),
};

/** A ticket's custom fields as they came: what a detail shows is what a change takes. */
const customFields = (fresh: Fields): Readonly<Record<string, CarriedField>> =>
  Object.fromEntries(
    readCustomFields(fresh).map(({ key, raw, texts }) => [key, { read: () => (Array.isArray(raw) ? texts : raw) }]),
  );

/** smartQ's changes, each completed from the detail of its object. Passwords are never readable and never filled. */
export const fill: Readonly<Partial<Record<string, FillRule>>> = {
  updateMe: ruleOf({ read: 'getMe', wrapper: 'user', id: null, carried: profile('getMe') }),
  updateUser: ruleOf({ read: 'getUser', wrapper: 'user', id: ['userId', 'id'], carried: profile('getUser') }),
  updateProject: ruleOf({
    read: 'getProject',
    wrapper: 'project',
    id: ['projectId', 'id'],
    carried: { name: project.text('name'), description: project.text('description') },
  }),
  updateProjectRole: ruleOf({
    read: 'getProjectRole',
    wrapper: 'role',
    id: ['roleId', 'id'],
    carried: roleFields('getProjectRole'),
  }),
  updateDefaultProjectRole: ruleOf({
    read: 'getDefaultProjectRole',
    wrapper: 'role',
    id: null,
    carried: roleFields('getDefaultProjectRole'),
  }),
  updateStep: ruleOf({
    read: 'getStep',
    wrapper: 'step',
    id: ['stepId', 'id'],
    carried: {
      name: step.text('name'),
      description: step.text('description'),
      limit: step.number('limit'),
      pos: step.number('pos'),
    },
  }),
  updateCustomField: ruleOf({
    read: 'getCustomField',
    wrapper: 'field',
    id: ['fieldName', 'name'],
    carried: {
      type: field.text('type'),
      label: field.text('label'),
      hint: field.text('hint'),
      required: field.flag('required'),
      pos_type: field.text('pos_type'),
      options,
    },
  }),
  updateCustomFieldValue: ruleOf({
    read: 'getCustomFieldValue',
    wrapper: 'value',
    id: ['valueId', 'id'],
    carried: { title: value.text('title'), is_default: value.flag('is_default'), pos: value.number('pos') },
  }),
  updateTicket: ruleOf({
    read: 'getTicket',
    wrapper: 'ticket',
    id: ['ticketId', 'id'],
    carried: {
      name: ticket.text('name'),
      description: ticket.text('description'),
      step_id: ticket.id('step_id'),
      tags,
      required_by: requiredBy,
      assigned_to: assigned,
    },
    others: customFields,
  }),
  updateNote: ruleOf({
    read: 'getNote',
    wrapper: 'note',
    id: ['noteId', 'id'],
    carried: { text: note.text('text'), private: note.flag('private') },
  }),
};
