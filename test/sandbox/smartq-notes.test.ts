import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleSmartqGuest, sampleSmartqMember } from '../../src/sandbox/smartq/access.ts';
import { heavyTexts, hostileTexts } from '../../src/sandbox/smartq/data/hostile-texts.ts';
import { createSmartqDataset } from '../../src/sandbox/smartq/data/dataset.ts';
import {
  allItems,
  board,
  serveSmartq,
  type Asker,
  type Note,
  type NoteFile,
  type Project,
  type ServedSmartq,
  type Ticket,
} from './smartq-support.ts';
import { base, clock } from './support.ts';

let vendor: ServedSmartq;
beforeEach(async () => {
  vendor = await serveSmartq();
});
afterEach(() => vendor.server.close());

const notes = `${board}/tickets/70001/notes`;
const formOf = (...entries: readonly (readonly [string, string | File])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};
const png = new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])], 'crack – C4.png', { type: 'image/png' });
const upload = async (asker: Asker, note: number, form: FormData): Promise<unknown> => {
  const response = await asker.send('POST', `${notes}/${note}/filesv2`, { body: form });
  return response.json();
};
const uploaded = async (note: number, form: FormData): Promise<NoteFile> =>
  ((await upload(vendor, note, form)) as { data: NoteFile }).data;

describe('notes of the sample smartQ', () => {
  it('carry all of the HTML a screen must survive, as it came', async () => {
    const seen = new Set<string>();
    for (const { id } of await vendor.items<Project>('/projects')) {
      for (const ticket of (await allItems<Ticket>(vendor, `/projects/${id}/tickets`, 100)).slice(0, 30)) {
        for (const { text } of await vendor.items<Note>(`/projects/${id}/tickets/${ticket.id}/notes`)) seen.add(text);
      }
    }
    for (const text of [...hostileTexts, ...heavyTexts]) expect(seen).toContain(text);
    expect([...seen].filter((text) => text.includes('<p>')).length).toBeGreaterThan(10);
  });

  it('are added, changed and deleted, their text as it was sent', async () => {
    const text = '<p>See <b>C4</b> &amp; C5</p><script>1</script>';
    const made = await vendor.write<Note>('POST', notes, { 'note[text]': text });
    expect(made).toMatchObject({ text, private: 0, ticket_id: 70_001 });
    expect(await vendor.read(`${notes}/${made.id}`)).toEqual(made);
    const changed = await vendor.write<Note>('PUT', `${notes}/${made.id}`, { 'note[private]': 1 });
    expect(changed).toMatchObject({ text, private: 1 });
    expect(await vendor.write('DELETE', `${notes}/${made.id}`)).toBe(true);
    expect(await vendor.refused('GET', `${notes}/${made.id}`)).toEqual([200, 404]);
  });

  it('need a text: the name of the document’s example is none', async () => {
    expect(await vendor.refusal('POST', notes, { 'note[name]': 'New Note' })).toEqual([
      200,
      400,
      'note[text] is required',
    ]);
    const nobody = { 'note[text]': 'x', 'note[users][0]': 9 };
    expect(await vendor.refusal('POST', notes, nobody)).toEqual([200, 400, 'note[users] has no user "9"']);
  });

  it('are seen by others only when they are not private, and changed by their owner alone', async () => {
    const member = vendor.as(sampleSmartqMember);
    const own = await member.write<Note>('POST', notes, { 'note[text]': 'mine', 'note[private]': 1 });
    const hidden = await vendor.write<Note>('POST', notes, { 'note[text]': 'office', 'note[private]': 1 });
    const open = await vendor.write<Note>('POST', notes, { 'note[text]': 'open' });
    const seen = (await member.items<Note>(`${notes}?count=100`)).map(({ id }) => id);
    expect(seen).toContain(own.id);
    expect(seen).toContain(open.id);
    expect(seen).not.toContain(hidden.id);
    expect(await member.refused('GET', `${notes}/${hidden.id}`)).toEqual([200, 404]);
    expect(await member.refused('PUT', `${notes}/${open.id}`, { 'note[text]': 'x' })).toEqual([200, 403]);
    expect(await member.refused('DELETE', `${notes}/${open.id}`)).toEqual([200, 403]);
    expect(await vendor.write('PUT', `${notes}/${own.id}`, { 'note[text]': 'corrected' })).toMatchObject({
      text: 'corrected',
    });
    const guest = vendor.as(sampleSmartqGuest);
    expect(await guest.refused('POST', notes, { 'note[text]': 'x' })).toEqual([200, 403]);
  });
});

describe('files of the sample smartQ', () => {
  it('are uploaded one by one, listed, downloaded and deleted', async () => {
    const note = await vendor.write<Note>('POST', notes, { 'note[text]': 'x', 'note[has_attachments]': 1 });
    const first = await uploaded(note.id, formOf(['file', png]));
    expect(first).toMatchObject({ name: 'crack – C4.png', type: 'image/png', size: 7, note_id: note.id });
    const second = await uploaded(note.id, formOf(['file', new File(['x'], 'a.txt')], ['is_last_file', '1']));
    const files = `${notes}/${note.id}/files`;
    expect(await vendor.items(files)).toEqual([first, second]);
    expect(await vendor.read(`${files}/${first.id}`)).toEqual(first);
    const body = await vendor.send('GET', `${files}/${first.id}/download`);
    expect(body.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await body.arrayBuffer())).toEqual(new Uint8Array(await png.arrayBuffer()));
    expect(await vendor.write('DELETE', `${files}/${first.id}`)).toBe(true);
    expect(await vendor.refused('GET', `${files}/${first.id}/download`)).toEqual([200, 404]);
    const sha256 = createHash('sha256')
      .update(new Uint8Array(await png.arrayBuffer()))
      .digest('hex');
    const logged = vendor.server.log.entries().map(({ file }) => file?.sha256);
    expect(logged).toContain(sha256);
  });

  it.each<[string, FormData | URLSearchParams, string]>([
    ['the path of a file, as in the document’s example', new URLSearchParams({ file: '@/a.jpg' }), 'file is required'],
    ['a text in place of a file', formOf(['file', 'x']), 'file is required'],
    ['a file of another name', formOf(['photo', png]), 'photo is not known'],
    ['two files', formOf(['file', png], ['file', png]), 'file must be one file'],
  ])('refuse %s', async (_, body, message) => {
    const note = await vendor.write<Note>('POST', notes, { 'note[text]': 'x' });
    const response = await vendor.send('POST', `${notes}/${note.id}/filesv2`, { body });
    expect(await response.json()).toEqual({ error: { type: null, code: 400, message }, data: null });
    expect(await vendor.items(`${notes}/${note.id}/files`)).toEqual([]);
  });

  it('keep the name behind the last slash, as PHP does', async () => {
    const note = await vendor.write<Note>('POST', notes, { 'note[text]': 'x' });
    const file = new File(['x'], '..\\..\\evil/../name.txt', { type: 'text/plain' });
    expect(await uploaded(note.id, formOf(['file', file]))).toMatchObject({ name: 'name.txt' });
  });

  it('are added to a note by its owner alone', async () => {
    const note = await vendor.write<Note>('POST', notes, { 'note[text]': 'x' });
    expect(await upload(vendor.as(sampleSmartqMember), note.id, formOf(['file', png]))).toMatchObject({
      error: { code: 403 },
    });
  });

  it('of the sample are pictures of the size they say, and documents with awkward names', async () => {
    const { tables } = createSmartqDataset({ seed: base.seed, now: clock() });
    const held = tables();
    const names: string[] = [];
    for (const wanted of ['image/png', 'text/csv']) {
      const file = [...held.file.values()].find(({ contentType }) => contentType === wanted);
      const note = held.note.get(file?.noteId ?? 0);
      const ticket = held.ticket.get(note?.ticketId ?? 0);
      const path = `/projects/${ticket?.projectId}/tickets/${ticket?.id}/notes/${note?.id}/files`;
      const told = await vendor.read<NoteFile>(`${path}/${file?.id}`);
      names.push(told.name);
      const response = await vendor.send('GET', `${path}/${file?.id}/download`);
      expect(response.headers.get('content-type')).toBe(wanted);
      expect((await response.arrayBuffer()).byteLength).toBe(told.size);
    }
    expect(names).toEqual([expect.stringMatching(/^IMG_\d{4}\.png$/), 'Flow readings.csv']);
    expect([...held.file.values()].map(({ name }) => name)).toContain('CON.txt');
  });
});
