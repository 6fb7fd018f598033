import { z } from 'zod';
import { expecting } from '../core/expectation.ts';
import { wireId, wireNumber, wireRows, wireText, wireWord } from '../core/wire-fields.ts';
import { listRows } from './list-rows.ts';
import { wireBit, wireDay, wireTime } from './wire-values.ts';

// The document shows no answer but two errors. Names are those of what is sent, and those that clients were seen to
// read (`id`, `project_id`, `insert_time`, `update_time`, `owner_id`, `custom_fields`). All of it is tolerant.

/** The data of a list: an array, `items`, or the first array there is (list-rows.ts). Rows stay as they came. */
export const listOf = (row: z.ZodType) =>
  z.union([
    wireRows(row),
    z.looseObject({ items: wireRows(row) }),
    z.looseObject({}).refine((data) => listRows(data) !== null, 'must hold a list'),
  ]);

/** Whatever there is, or nothing. */
const anything = z.unknown().optional();

/** What a change answers with. What was done is done, whatever the form of the answer. */
export const changed = z.unknown();

const stamps = { owner_id: wireText, insert_time: wireTime, update_time: wireTime };

/** "Users". */
export const user = z.looseObject({
  id: wireId,
  name: wireText,
  email: wireText,
  is_account_administrator: wireBit,
  can_manage_projects: wireBit,
  can_view_profiles: wireBit,
  can_manage_profiles: wireBit,
  company: wireText,
  title: wireText,
  address: wireText,
  work_phone: wireText,
  cell_phone: wireText,
  comments: wireText,
  ...stamps,
});

/** "Projects". */
export const project = z.looseObject({ id: wireId, name: wireText, description: wireText, ...stamps });

/** "Project Roles". `max_step` is the id of a step. */
export const role = z.looseObject({
  id: wireText,
  project_id: wireText,
  name: wireText,
  access_level: wireNumber,
  max_step: wireText,
  can_edit_project: wireBit,
  can_manage_people_notes: wireBit,
  can_see_private_notes: wireBit,
  ...stamps,
});

/** "Project Steps". */
export const step = z.looseObject({
  id: wireId,
  project_id: wireText,
  name: wireText,
  description: wireText,
  limit: wireNumber,
  pos: wireNumber,
  ...stamps,
});

/** "Project Custom Field Values". The document calls the position a truth value; it is a place in the list. */
export const choiceValue = z.looseObject({
  id: wireId,
  title: wireText,
  is_default: wireBit,
  pos: wireNumber,
});

const fieldOptions = z.looseObject({
  choiceType: wireWord(['checkbox', 'radio', 'select'], { mayBeNull: true }),
  min: wireNumber,
  max: wireNumber,
  fieldLayout: wireText,
});

/** "Project Custom Fields". `values` come with fields of the type "choice" alone, in a form read by choices.ts. */
export const customField = z.looseObject({
  id: wireText,
  project_id: wireText,
  name: wireText,
  type: wireWord(['float', 'string', 'text', 'choice']),
  label: wireText,
  hint: wireText,
  required: wireBit,
  pos_type: wireWord(['single', 'double'], { mayBeNull: true }),
  // PHP writes an array without entries as `[]`, with its options as an object.
  options: expecting(z.unknown().optional(), { is: 'object', of: z.union([fieldOptions, z.array(z.unknown())]) }),
  values: anything,
  ...stamps,
});

/** "Tickets". Custom fields stand in `custom_fields` when read and beside the others (`f3`) when created. */
export const ticket = z
  .looseObject({
    id: wireId,
    project_id: wireText,
    name: wireText,
    description: wireText,
    step_id: wireText,
    tags: anything,
    required_by: wireDay,
    assigned_to: anything,
    custom_fields: anything,
    ...stamps,
  })
  .describe('A ticket');
export type TicketRow = z.output<typeof ticket>;

/** "Notes". The text has HTML in it, kept as it came. */
export const note = z.looseObject({
  id: wireId,
  text: wireText,
  private: wireBit,
  ticket_id: wireText,
  ...stamps,
});

/** "Files". The document names no property of one; a name is what it would least be without. */
export const noteFile = z.looseObject({ id: wireText, name: wireText, ...stamps });
