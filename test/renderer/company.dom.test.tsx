import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendToSpool } from '../../src/renderer/api/spool-file.ts';
import { judgePicture, offerFor } from '../../src/renderer/features/company/judge-picture.ts';
import { useDrag } from '../../src/renderer/ui/drop/drag-state.ts';
import { giveScreen } from './screen.ts';
import { endApp, goTo, startApp } from './start-app.tsx';

/** The first bytes of a PNG of this size: all that is looked at. */
function pngFile(name: string, width = 300, height = 100): File {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return new File([bytes], name, { type: 'image/png' });
}

const GIF = new File(['GIF89a……………………………………'], 'logo.png', { type: 'image/png' });

beforeEach(() => {
  giveScreen(1440);
  localStorage.clear();
  URL.createObjectURL = () => 'blob:made-up';
});
afterEach(() => {
  endApp();
  useDrag.getState().end();
});

const chooser = () => screen.findByLabelText('Choose a logo for Kauri Construction Group');

describe('the company screen', () => {
  it('puts a chosen picture into the outbox only after it was looked at', async () => {
    const { inputsOf } = startApp();
    await goTo(/Company/);
    fireEvent.change(await chooser(), { target: { files: [pngFile('kauri.png')] } });
    await screen.findByText(/kauri\.png, 300 × 100/);
    expect(inputsOf('uploads.logo')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Put in the outbox' }));
    await screen.findByText('In the outbox. Nothing is sent yet');
    expect(inputsOf('uploads.logo')).toEqual([
      { connectionId: 'sample-monitorqa', spoolId: 'kauri.png', place: 'logo' },
    ]);
    await screen.findByText('kauri.png is in the outbox and not sent yet.');
    fireEvent.keyDown(document.body, { key: 'z' });
    await screen.findByText('Taken back. Nothing was sent.');
    expect(inputsOf('outbox.discard')).toHaveLength(1);
  });

  it('refuses a GIF that calls itself a PNG, by its own bytes', async () => {
    const { inputsOf } = startApp();
    await goTo(/Company/);
    fireEvent.change(await chooser(), { target: { files: [GIF] } });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('logo.png is not a PNG or JPEG picture, whatever its name says.');
    expect(inputsOf('uploads.logo')).toEqual([]);
  });

  it('names the target while a file is over it, and takes no file that missed it', async () => {
    startApp();
    await goTo(/Company/);
    const zone = await screen.findByRole('group', { name: 'Put as logo of Kauri Construction Group' });
    const dataTransfer = { types: ['Files'], items: [{ kind: 'file', type: 'image/png' }], dropEffect: '' };
    fireEvent.dragEnter(zone, { dataTransfer });
    await waitFor(() =>
      expect(screen.getAllByText('Put as logo of Kauri Construction Group').length).toBeGreaterThan(0),
    );
    expect(screen.getByText('Goes to the outbox. Nothing is sent yet')).toBeDefined();
    const missed = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(missed, { dataTransfer });
    document.body.dispatchEvent(missed);
    expect(missed.defaultPrevented).toBe(true);
  });
});

describe('offerFor', () => {
  const offer = (types: readonly string[]) => offerFor('logo', 'Kauri', { count: types.length, types });

  it.each([
    [['image/png'], true, 'Put as logo of Kauri'],
    [['image/jpeg'], true, 'Put as logo of Kauri'],
    [[''], true, 'Put as logo of Kauri'],
    [['image/gif'], false, 'This cannot be used here'],
    [['image/png', 'image/png'], false, 'This cannot be used here'],
  ])('of %j', (types, isAccepted, title) => {
    expect(offer(types)).toMatchObject({ isAccepted, title });
  });

  it('says why before the drop', () => {
    expect(offer(['image/gif']).note).toBe('Only a PNG or JPEG. This is image/gif.');
    expect(offer(['image/png', 'image/png']).note).toBe('2 files: one at a time.');
  });
});

describe('judgePicture', () => {
  it.each([
    ['nothing (a folder)', [], 'A folder is not a picture.'],
    ['two files', [pngFile('a'), pngFile('b')], '2 files: one at a time.'],
    ['an empty file', [new File([], 'empty.png')], 'empty.png is empty.'],
    ['an SVG', [new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'l.svg')], 'l.svg is not a PNG or JPEG'],
  ])('refuses %s', async (_, files, reason) => {
    expect(await judgePicture(files)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('refuses a file that cannot be read any more', async () => {
    const gone = pngFile('gone.png');
    vi.spyOn(gone, 'slice').mockImplementation(() => {
      throw new DOMException('gone', 'NotReadableError');
    });
    expect(await judgePicture([gone])).toMatchObject({ ok: false });
  });

  it('takes a PNG by its own bytes', async () => {
    const file = new File([await pngFile('x').arrayBuffer()], 'no-extension');
    expect(await judgePicture([file])).toMatchObject({ ok: true, header: { type: 'image/png', width: 300 } });
  });
});

describe('sendToSpool', () => {
  const file = pngFile('Kauri “neu”.png');

  it('hands over the bytes with the token and a name that fits a header', async () => {
    const asked: [RequestInfo | URL, RequestInit | undefined][] = [];
    const ask: typeof fetch = (path, init) => {
      asked.push([path, init]);
      return Promise.resolve(Response.json({ id: 'spool-1' }));
    };
    expect(await sendToSpool(ask, file, 'token-1')).toEqual({ id: 'spool-1' });
    expect(asked).toEqual([
      [
        'spool',
        expect.objectContaining({
          method: 'POST',
          body: file,
          headers: {
            'content-type': 'application/octet-stream',
            'x-file-name': encodeURIComponent(file.name),
            authorization: 'Bearer token-1',
          },
        }),
      ],
    ]);
  });

  it('answers the host’s own error', async () => {
    const wire = { code: 'file-wrong-type', message: 'Not a picture.', data: {} };
    const ask: typeof fetch = () => Promise.resolve(Response.json({ error: wire }, { status: 415 }));
    await expect(sendToSpool(ask, file, '')).rejects.toMatchObject({ code: 'file-wrong-type' });
  });

  it('says that the host is gone when nobody answers', async () => {
    const ask: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(sendToSpool(ask, file, '')).rejects.toMatchObject({ code: 'peer-gone' });
  });
});
