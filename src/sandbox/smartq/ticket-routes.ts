import { boardOf, type Board } from './board.ts';
import type { Notification } from './entries.ts';
import type { SmartqLedger } from './ledger.ts';
import { levels } from './levels.ts';
import type { OperationName } from './operations.ts';
import { aBoolean, arrayNamed, readProperties, someIds, type PropertiesOf } from './properties.ts';
import { ticketSpec, type Ticket } from './records.ts';
import { notFound, refusal } from './refusal.ts';
import {
  answerList,
  answerWith,
  deleted,
  idIn,
  isOn,
  readForm,
  readQuery,
  recordsOf,
  type Answers,
  type Asked,
} from './request.ts';
import { ticketShape, writtenTicketShape } from './shapes.ts';
import { ticketsIn } from './step-routes.ts';
import { fieldsOf, readContents } from './ticket-fields.ts';

/** The operations on tickets. */
type TicketOperation = Extract<OperationName, `${string}Ticket` | `${string}Tickets`>;

const sentSpec = { ...ticketSpec, assigned_to: someIds, notify_involved: aBoolean } as const;
type Sent = Partial<PropertiesOf<typeof sentSpec>>;

/** Returns the ticket of the path. @throws HTTPException 404 in the envelope. */
export const ticketNamed = (ledger: SmartqLedger, asked: Asked, { project }: Board): Ticket => {
  const id = idIn(asked, 'ticketId', 'ticket');
  const ticket = ledger.table('ticket').get(id);
  if (ticket === undefined || ticket.projectId !== project.id) throw notFound('ticket', id);
  return ticket;
};

/** Returns who works on a ticket: who made it, and who it is assigned to. */
export const teamOf = ({ ownerId, assignedTo }: Ticket): readonly number[] => [...new Set([ownerId, ...assignedTo])];

/** Returns the operations on tickets. */
export const ticketAnswers = (ledger: SmartqLedger): Answers<TicketOperation> => {
  /**
   * @throws HTTPException in the envelope: 400 on a step of another project and on one that is full ("step tickets
   * limit"), 403 beyond the step the caller's role goes to ("role max step id user can move tickets to").
   */
  const checkStep = ({ project, maxStep }: Board, stepId: number): void => {
    const step = ledger.table('step').get(stepId);
    if (step === undefined || step.projectId !== project.id) {
      throw refusal(400, 'ticket[step_id] is not a step of this project');
    }
    const { name, limit, pos } = step.properties;
    const most = maxStep === null ? undefined : ledger.table('step').get(maxStep);
    if (most !== undefined && pos > most.properties.pos) {
      throw refusal(403, `Your role cannot move tickets beyond step "${most.properties.name}"`);
    }
    if (limit !== null && ticketsIn(ledger, stepId) >= limit) {
      throw refusal(400, `Step "${name}" has reached its limit of ${limit} tickets`);
    }
  };

  const write = async (asked: Asked, board: Board, before: Ticket | null): Promise<Response> => {
    const body = await readForm(asked);
    const array = arrayNamed(body, 'ticket');
    const fields = fieldsOf(ledger, board.project.id);
    const isCustom = (name: string): boolean => fields.some((field) => field.name === name);
    const own = new Map([['ticket', new Map([...array].filter(([name]) => !isCustom(name)))]]);
    const required = before === null ? (['name', 'step_id'] as const) : [];
    const { assigned_to, notify_involved, ...sent }: Sent = readProperties(own, 'ticket', sentSpec, required);
    const blank = { name: '', description: '', step_id: 0, tags: '', required_by: null };
    const properties = { ...(before?.properties ?? blank), ...sent };
    if (properties.step_id !== before?.properties.step_id) checkStep(board, properties.step_id);
    const stranger = assigned_to?.find((id) => !ledger.table('user').has(id));
    if (stranger !== undefined) throw refusal(400, `ticket[assigned_to] has no user "${stranger}"`);
    const now = ledger.now();
    const record: Ticket = {
      id: before?.id ?? ledger.nextId('ticket'),
      projectId: board.project.id,
      ownerId: before?.ownerId ?? asked.caller.id,
      properties,
      assignedTo: assigned_to ?? before?.assignedTo ?? [],
      contents: readContents(ledger, fields, array, before?.contents ?? null),
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
    };
    const told: Notification = { ticketId: record.id, noteId: null, userIds: teamOf(record) };
    ledger.record(asked.caller.id, {
      changes: [{ kind: 'ticket', id: record.id, record }],
      ...(notify_involved === true ? { notified: told } : {}),
    });
    return answerWith(asked, writtenTicketShape(ledger, record, fields));
  };

  return {
    listTickets: (asked) => {
      const { project } = boardOf(ledger, asked);
      const extra = ['custom_fields', 'assigned_to'] as const;
      const query = readQuery(asked, ['count', 'offset', ...extra]);
      const fields = fieldsOf(ledger, project.id);
      const parts = { fields, withFields: isOn(query.custom_fields), withAssigned: isOn(query.assigned_to) };
      const rows = recordsOf(ledger.table('ticket'), (ticket) => ticket.projectId === project.id);
      return answerList(asked, rows, (ticket) => ticketShape(ledger, ticket, parts), extra);
    },
    createTicket: (asked) => {
      readQuery(asked, []);
      return write(asked, boardOf(ledger, asked, levels.writeTickets), null);
    },
    getTicket: (asked) => {
      readQuery(asked, []);
      const board = boardOf(ledger, asked);
      const fields = fieldsOf(ledger, board.project.id);
      const ticket = ticketNamed(ledger, asked, board);
      return answerWith(asked, ticketShape(ledger, ticket, { fields, withFields: true, withAssigned: true }));
    },
    updateTicket: (asked) => {
      readQuery(asked, []);
      const board = boardOf(ledger, asked, levels.writeTickets);
      return write(asked, board, ticketNamed(ledger, asked, board));
    },
    deleteTicket: (asked) => {
      readQuery(asked, []);
      const { id } = ticketNamed(ledger, asked, boardOf(ledger, asked, levels.deleteTickets));
      ledger.record(asked.caller.id, { changes: [{ kind: 'ticket', id, record: null }] });
      return deleted(asked);
    },
  };
};
