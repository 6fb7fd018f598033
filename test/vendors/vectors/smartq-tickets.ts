import { answers, answersList, deleted, NO_ANSWER, NO_EXAMPLE } from './smartq-answers.ts';
import { sends, type RefusedVector, type Vector } from './vector.ts';

const section = 'Tickets';
const path = { projectId: 99999 };
const ticketPath = { ...path, ticketId: 77777 };
const at = '/api/v1/projects/99999/tickets';

/** As clients were seen to read one: custom fields nested, the board's id beside its own. */
const asRead = {
  id: 77777,
  project_id: 99999,
  name: 'New Ticket',
  description: 'New Ticket Description',
  step_id: 88888,
  tags: 'roof, level 2',
  required_by: '2013-11-30',
  assigned_to: [{ id: 1, name: 'Aroha Ngata', email: 'email@domain.com' }],
  custom_fields: { f3: 'some important info', f4: 2013, f5: [1234, 4321] },
  insert_time: '2013-10-01 08:00:00',
  update_time: '2013-10-02 09:30:00',
};

/** And as it is answered when created: custom fields beside the others. */
const { custom_fields: contents, ...plain } = asRead;
const asCreated = { ...plain, assigned_to: [1, 2, 3, 5] };

const given = {
  name: 'New Ticket',
  description: 'New Ticket Description',
  step_id: 88888,
  assigned_to: [1, 2, 3, 5],
};
const encoded = [
  'ticket%5Bname%5D=New+Ticket&ticket%5Bdescription%5D=New+Ticket+Description&ticket%5Bstep_id%5D=88888',
  'ticket%5Bassigned_to%5D%5B0%5D=1&ticket%5Bassigned_to%5D%5B1%5D=2',
  'ticket%5Bassigned_to%5D%5B2%5D=3&ticket%5Bassigned_to%5D%5B3%5D=5',
].join('&');
const contentsEncoded =
  'ticket%5Bf3%5D=some+important+info&ticket%5Bf4%5D=2013&ticket%5Bf5%5D%5B0%5D=1234&ticket%5Bf5%5D%5B1%5D=4321';

const corrected = NO_EXAMPLE;

/** "Tickets" of smartQ's API guide. */
export const vectors: readonly Vector[] = [
  {
    operation: 'listTickets',
    section,
    ...sends('GET', `${at}?custom_fields=1&assigned_to=0`, {
      path,
      query: { custom_fields: true, assigned_to: false },
    }),
    ...answersList(asRead, { id: '77778', name: 'Another', step_id: '88888' }),
    corrected,
  },
  {
    operation: 'createTicket',
    section,
    params: { path, body: { ticket: given } },
    request: { method: 'POST', target: at, body: encoded },
    ...answers(asCreated),
    corrected: NO_ANSWER,
  },
  {
    operation: 'createTicket',
    section,
    params: { path, body: { ticket: { ...given, f3: 'some important info', f4: 2013, f5: [1234, 4321] } } },
    request: { method: 'POST', target: at, body: `${encoded}&${contentsEncoded}` },
    ...answers({ ...asCreated, ...contents }),
    corrected: NO_ANSWER,
  },
  {
    operation: 'getTicket',
    section,
    ...sends('GET', `${at}/77777`, { path: ticketPath }),
    ...answers(asRead),
    corrected,
  },
  {
    operation: 'updateTicket',
    section,
    params: {
      path: ticketPath,
      body: {
        ticket: {
          name: 'New Ticket',
          step_id: '88889',
          tags: null,
          required_by: '2013-11-30',
          assigned_to: [],
          notify_involved: true,
          f3: null,
          f5: [],
        },
      },
    },
    request: {
      method: 'PUT',
      target: `${at}/77777`,
      body: 'ticket%5Bname%5D=New+Ticket&ticket%5Bstep_id%5D=88889&ticket%5Btags%5D=&ticket%5Brequired_by%5D=2013-11-30&ticket%5Bassigned_to%5D=&ticket%5Bnotify_involved%5D=1&ticket%5Bf3%5D=&ticket%5Bf5%5D=',
    },
    ...answers(asRead),
    corrected,
  },
  {
    operation: 'deleteTicket',
    section,
    ...sends('DELETE', `${at}/77777`, { path: ticketPath }),
    ...deleted,
    corrected,
  },
];

const create = (ticket: unknown) => ({ operation: 'createTicket', params: { path, body: { ticket } } });
const update = (ticket: unknown) => ({ operation: 'updateTicket', params: { path: ticketPath, body: { ticket } } });

/** What the same section forbids. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listTickets', params: {}, field: 'path.projectId' },
  { operation: 'listTickets', params: { path, query: { custom_fields: 1 } }, field: 'query.custom_fields' },
  { operation: 'listTickets', params: { path, query: { assigned_to: 'no' } }, field: 'query.assigned_to' },
  { operation: 'createTicket', params: { path }, field: 'body.ticket' },
  { operation: 'createTicket', params: { path, body: given }, field: 'body.ticket' },
  { ...create({ name: 'New Ticket' }), field: 'body.ticket.step_id' },
  { ...create({ step_id: 88888 }), field: 'body.ticket.name' },
  { ...create({ ...given, name: '\t' }), field: 'body.ticket.name' },
  { ...create({ ...given, step_id: 'Triage' }), field: 'body.ticket.step_id' },
  { ...create({ ...given, asigned_to: [1] }), field: 'body.ticket.asigned_to' },
  { ...create({ ...given, assigned_to: 'Ana' }), field: 'body.ticket.assigned_to' },
  { ...create({ ...given, assigned_to: [1, 'Ana'] }), field: 'body.ticket.assigned_to.1' },
  { ...create({ ...given, notify_involved: 'yes' }), field: 'body.ticket.notify_involved' },
  { ...create({ ...given, f: 'x' }), field: 'body.ticket.f' },
  { ...create({ ...given, f3: { text: 'x' } }), field: 'body.ticket.f3' },
  { ...create({ ...given, f5: [[1234]] }), field: 'body.ticket.f5' },
  { operation: 'getTicket', params: { path }, field: 'path.ticketId' },
  { ...update({ name: 'New Ticket' }), field: 'body.ticket.step_id' },
  { ...update({ ...given, status: 'done' }), field: 'body.ticket.status' },
  { operation: 'updateTicket', params: { path, body: { ticket: given } }, field: 'path.ticketId' },
  { operation: 'deleteTicket', params: { path: { ...path, ticketId: '99999/77777' } }, field: 'path.ticketId' },
];
