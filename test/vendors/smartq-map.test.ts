import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenStatus } from '../../src/shared/model/status.ts';
import { boardSteps } from '../../src/main/vendors/smartq/board-steps.ts';
import { listRows } from '../../src/main/vendors/smartq/list-rows.ts';
import { mapTicketDetail, mapTicketRow } from '../../src/main/vendors/smartq/map-ticket.ts';
import { collections, fileCall } from '../../src/main/vendors/smartq/map.ts';
import { noteFileRecordId, ticketPath } from '../../src/main/vendors/smartq/record-ids.ts';

const collectionOf = (kind: string) => {
  const found = collections.find((collection) => collection.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};

const steps = {
  items: [2, 1, 3].map((pos) => ({ id: `${80 + pos}`, name: `Step ${pos}`, pos, limit: pos === 2 ? 5 : '' })),
};
const fields = [{ name: 'f5', type: 'choice', label: 'Trades', values: [{ id: 11, title: 'Electrical' }] }];
const BOARD = { vendorId: '99999', title: 'Wharf 7' };
const READ_BOARD = { ...BOARD, parts: { steps, fields } };

const row = {
  id: 77777,
  name: 'Roof membrane blistering',
  description: '<p>Above plant room 2</p>',
  step_id: 82,
  tags: 'roof, level 2',
  required_by: '2026-11-30',
  assigned_to: [{ id: 1, name: 'Aroha Ngata', email: 'aroha@site.example' }],
  custom_fields: { f3: 'Wet', f5: ['11'] },
  insert_time: '2026-10-01 08:00:00',
  update_time: 1_790_000_000,
  colour: 'unknown',
};

describe('listRows', () => {
  it.each([
    [
      [1, 2],
      [1, 2],
    ],
    [{ items: [1] }, [1]],
    [{ count: 2, total: '7', tickets: [1, 2], more: [] }, [1, 2]],
    [{ users: [1], items: [] }, []],
    [[], []],
  ])('of %j are %j', (data, rows) => {
    expect(listRows(data)).toEqual(rows);
  });

  it.each([null, undefined, true, 'x', {}, { items: { 1: 'x' } }])('are none in %j', (data) => {
    expect(listRows(data)).toBeNull();
  });
});

describe('boardSteps', () => {
  it('are in the order of their positions, with limits where there are some', () => {
    expect(boardSteps(steps)).toEqual([
      { id: '81', name: 'Step 1', limit: null, position: 1 },
      { id: '82', name: 'Step 2', limit: 5, position: 2 },
      { id: '83', name: 'Step 3', limit: null, position: 3 },
    ]);
  });

  it('keep the order they came in where nothing says a position', () => {
    expect(boardSteps([{ id: 2 }, { id: 1 }, {}, null]).map(({ id, name }) => [id, name])).toEqual([
      ['2', '2'],
      ['1', '1'],
    ]);
  });
});

describe('mapTicketRow', () => {
  it('takes every column, with what the board adds', () => {
    expect(mapTicketRow(row, READ_BOARD)).toMatchObject({
      vendorId: '99999/77777',
      number: '77777',
      title: 'Roof membrane blistering',
      status: 'in-progress',
      project: 'Wharf 7',
      parent: '99999',
      dueAt: '2026-11-30T23:59:59.999Z',
      dueKind: 'day',
      dueZone: null,
      createdAt: '2026-10-01T08:00:00.000Z',
      updatedAt: '2026-09-21T14:13:20.000Z',
      people: [{ name: 'Aroha Ngata', role: 'assignee', vendorId: '1', email: 'aroha@site.example' }],
      text: 'Above plant room 2\nroof, level 2\nStep 2\nElectrical\nWet\nWharf 7',
      raw: row,
    });
  });

  it.each([
    [81, 'open'],
    ['82', 'in-progress'],
    [83, 'closed'],
    [99, null],
    [null, null],
  ])('has in the step %j the status %j', (step_id, status) => {
    expect(mapTicketRow({ id: 1, step_id }, READ_BOARD).status).toBe(status);
    expect(isOpenStatus(status)).toBe(status === 'open' || status === 'in-progress');
  });

  it('says nothing of status and choices before the board was read, and puts no id of a choice into the text', () => {
    const record = mapTicketRow(row, BOARD);
    expect(record.status).toBeNull();
    expect(record.text).toBe('Above plant room 2\nroof, level 2\nWharf 7');
  });

  it('knows its board from the row where no list says it', () => {
    expect(mapTicketRow({ id: 5, project_id: 9 })).toMatchObject({ vendorId: '9/5', parent: '9', title: '5' });
  });

  it('leaves people without a name to the vendor’s own JSON, and takes users by id', () => {
    expect(mapTicketRow({ id: 1, assigned_to: [1, '2', null] }).people).toEqual([]);
    const byId = { 4: { id: 4, name: 'Kev' }, 5: { id: 5, email: 'mere@site.example' } };
    expect(mapTicketRow({ id: 1, assigned_to: byId }).people.map(({ name }) => name)).toEqual([
      'Kev',
      'mere@site.example',
    ]);
  });

  it.each([
    ['2026-11-30 17:00:00', '2026-11-30'],
    ['2026-11-30T00:00:00Z', '2026-11-30'],
    [1_790_000_000, '2026-09-21'],
    ['2026-02-30', null],
    ['0000-00-00', null],
    ['30/11/2026', null],
    ['', null],
    [null, null],
    [{}, null],
  ])('is for required_by %j due on %j', (required_by, day) => {
    const { dueAt, dueKind } = mapTicketRow({ id: 1, required_by });
    expect([dueAt, dueKind]).toEqual(day === null ? [null, null] : [`${day}T23:59:59.999Z`, 'day']);
  });

  it('keeps fields and values that nobody knows', () => {
    const odd = { ...row, tags: { 1: 'x' }, step_id: { id: 1 }, custom_fields: 7, assigned_to: 'x', name: null };
    expect(mapTicketRow(odd, READ_BOARD)).toMatchObject({ title: '77777', people: [], raw: odd });
  });

  it('takes whatever a row may hold beside its id, on whatever board', () => {
    const odd = fc.dictionary(fc.constantFrom(...Object.keys(row)), fc.jsonValue());
    fc.assert(
      fc.property(odd, fc.jsonValue(), fc.jsonValue(), (given, oddSteps, oddFields) => {
        const owner = { ...BOARD, parts: { steps: oddSteps, fields: oddFields } };
        const { records } = collectionOf('ticket').mapPage('listTickets', [{ ...given, id: 1 }], owner);
        expect(records).toMatchObject([{ number: '1', raw: { ...given, id: 1 } }]);
      }),
    );
  });
});

describe('mapTicketDetail', () => {
  it('shows at once what a change did', () => {
    const moved = { ...row, step_id: 83, name: 'Mended', required_by: null, assigned_to: [] };
    expect(mapTicketDetail(moved, READ_BOARD)).toEqual({
      record: {
        number: '77777',
        title: 'Mended',
        status: 'closed',
        parent: '99999',
        dueAt: null,
        dueKind: null,
        dueZone: null,
        createdAt: '2026-10-01T08:00:00.000Z',
        updatedAt: '2026-09-21T14:13:20.000Z',
      },
      people: [],
    });
  });

  it('leaves as it is what it does not say', () => {
    expect(mapTicketDetail({ id: 1, name: 'A', assigned_to: [1, 2] })).toEqual({ record: { number: '1', title: 'A' } });
  });
});

describe('the collections of smartQ', () => {
  it('read boards before their tickets, and tickets with all that lists leave out', () => {
    expect(collections.map(({ kind }) => kind)).toEqual(['user', 'project', 'ticket']);
    expect(collectionOf('ticket').within?.list('99999')).toEqual({
      operation: 'listTickets',
      params: { path: { projectId: '99999' }, query: { custom_fields: true, assigned_to: true } },
    });
  });

  it('read a board’s steps and fields at every run, as parts that a screen can show', () => {
    const projects = collectionOf('project');
    expect(projects.readsPartsAlways).toBe(true);
    expect(projects.parts({ vendorId: '9', status: null })).toMatchObject([
      { part: 'steps', operation: 'listSteps', params: { path: { projectId: '9' } } },
      { part: 'fields', operation: 'listCustomFields', params: { path: { projectId: '9' } } },
    ]);
    expect(projects.mapPart('steps', steps)).toEqual({});
    expect(() => projects.mapPart('fields', { none: true })).toThrow(
      expect.objectContaining({ code: 'unexpected-answer' }),
    );
  });

  it('ask for a ticket by the two ids its record has', () => {
    const path = { projectId: '99999', ticketId: '77777' };
    expect(ticketPath('99999/77777')).toEqual(path);
    const parts = collectionOf('ticket').parts({ vendorId: '99999/77777', status: null });
    expect(parts.map(({ part, params }) => [part, params.path])).toEqual([
      ['detail', path],
      ['notes', path],
    ]);
  });

  it('find a ticket by the words of its notes, never by their tags', () => {
    const notes = [{ id: 1, text: '<p class="blister">Sealed <b>to</b>day</p>' }, { id: 2, text: null }, 'odd'];
    expect(collectionOf('ticket').mapPart('notes', { items: notes })).toEqual({ text: 'Sealed today' });
  });

  it('refuse what is no list', () => {
    for (const kind of ['user', 'project', 'ticket']) {
      for (const json of [null, true, {}, [{}], [null]]) {
        expect(() => collectionOf(kind).mapPage('list', json)).toThrow(
          expect.objectContaining({ code: 'unexpected-answer' }),
        );
      }
    }
  });

  it('ask for a file of a note by the ids that lead to it', () => {
    const path = { projectId: '9', ticketId: '7', noteId: '5', fileId: '4' };
    expect(fileCall(noteFileRecordId(path))).toEqual({ operation: 'downloadNoteFile', params: { path } });
  });
});
