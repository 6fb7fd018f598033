import type { ListOwner, MappedPart, MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { Collection, CollectionList, PartCall } from '../core/collection.ts';
import type { PlannedCall } from '../core/operation.ts';
import { EMPTY_FIELDS, joinTexts } from '../core/map-answer.ts';
import { mapOrRefuse, pageOf, rowsOf } from './map-common.ts';
import { mapTicketDetail, mapTicketRow } from './map-ticket.ts';
import { plainText } from './plain-text.ts';
import { noteFilePath, ticketPath } from './record-ids.ts';
import { note, project, user } from './schemas.ts';

/** Rows of a part that is read by one call. No default and no most are documented, so what should be enough is asked for. */
const PART_ROWS = 500;

function mapUser(json: unknown): MappedRecord {
  const { id, name, email, company, title, insert_time, update_time } = user.parse(json);
  return {
    ...EMPTY_FIELDS,
    vendorId: id,
    title: name ?? email ?? id,
    createdAt: insert_time,
    updatedAt: update_time,
    text: joinTexts([email, company, title]),
    raw: json,
  };
}

function mapProject(json: unknown): MappedRecord {
  const { id, name, description, insert_time, update_time } = project.parse(json);
  return {
    ...EMPTY_FIELDS,
    vendorId: id,
    title: name ?? id,
    createdAt: insert_time,
    updatedAt: update_time,
    text: description === null ? '' : plainText(description),
    raw: json,
  };
}

const users: Collection = {
  kind: 'user',
  lists: [{ operation: 'listUsers' }],
  mapPage: (operation, json) => pageOf(operation, json, mapUser),
  parts: () => [],
  mapPart: () => ({}),
  confirm: (userId) => ({ part: 'detail', operation: 'getUser', params: { path: { userId } } }),
};

/** A part of a board: its columns with their limits (`steps`), or its custom fields with their choices (`fields`). */
const boardPart = (part: string, operation: string, projectId: string): PartCall => ({
  part,
  operation,
  params: { path: { projectId }, query: { count: PART_ROWS } },
});

const BOARD_LISTS: Readonly<Record<string, string>> = { steps: 'listSteps', fields: 'listCustomFields' };

function mapProjectPart(part: string, json: unknown): MappedPart {
  const list = BOARD_LISTS[part];
  if (list !== undefined) {
    rowsOf(list, json);
    return {};
  }
  const { title, createdAt, updatedAt } = mapOrRefuse('getProject', () => mapProject(json));
  return {
    record: {
      title,
      ...(createdAt === null ? {} : { createdAt }),
      ...(updatedAt === null ? {} : { updatedAt }),
    },
  };
}

/** Boards, each with its steps and custom fields, which change without the board's row: they are read at every run. */
const projects: Collection = {
  kind: 'project',
  lists: [{ operation: 'listProjects' }],
  mapPage: (operation, json) => pageOf(operation, json, mapProject),
  readsPartsAlways: true,
  parts: ({ vendorId }) => Object.entries(BOARD_LISTS).map(([part, list]) => boardPart(part, list, vendorId)),
  mapPart: mapProjectPart,
  confirm: (projectId) => ({ part: 'detail', operation: 'getProject', params: { path: { projectId } } }),
};

/** Tickets come whole from their list: with custom fields and assigned users, which are left out unless asked for. */
const ticketList = (projectId: string): CollectionList => ({
  operation: 'listTickets',
  params: { path: { projectId }, query: { custom_fields: true, assigned_to: true } },
});

const ticketDetail = (recordId: string): PartCall => ({
  part: 'detail',
  operation: 'getTicket',
  params: { path: ticketPath(recordId) },
});

/** A ticket's notes: their words without tags for search, their HTML in the part as it came. */
function mapNotes(json: unknown): MappedPart {
  const texts = rowsOf('listNotes', json).map((row) => note.safeParse(row).data?.text ?? null);
  return { text: joinTexts(texts.map((text) => (text === null ? null : plainText(text)))) };
}

function mapTicketPart(part: string, json: unknown, owner?: ListOwner): MappedPart {
  return part === 'notes' ? mapNotes(json) : mapOrRefuse('getTicket', () => mapTicketDetail(json, owner));
}

const tickets: Collection = {
  kind: 'ticket',
  lists: [],
  within: { kind: 'project', list: ticketList, ownerParts: Object.keys(BOARD_LISTS) },
  mapPage: (operation, json, owner) => pageOf(operation, json, (row) => mapTicketRow(row, owner)),
  parts: ({ vendorId }) => [
    ticketDetail(vendorId),
    {
      part: 'notes',
      operation: 'listNotes',
      params: { path: ticketPath(vendorId), query: { count: PART_ROWS } },
    },
  ],
  mapPart: mapTicketPart,
  confirm: ticketDetail,
};

/** What the cache keeps of smartQ, in the order it is read: a board's tickets come after the boards. */
export const collections: readonly Collection[] = [users, projects, tickets];

/** The call that answers with a file of a note, by the id of noteFileRecordId. */
export const fileCall = (vendorFileId: string): PlannedCall => ({
  operation: 'downloadNoteFile',
  params: { path: { ...noteFilePath(vendorFileId) } },
});
