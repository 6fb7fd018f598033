import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openWindowMemory,
  parseWindowState,
  withPlace,
  type WindowPlace,
} from '../../src/main/desktop/window-state.ts';

const place: WindowPlace = {
  bounds: { x: -20, y: 30, width: 900, height: 700 },
  isMaximized: true,
  isFullScreen: false,
};
const nothing = { theme: 'system', places: new Map() };

describe('parseWindowState', () => {
  it.each(['', 'nonsense', 'null', '7', '[]', '{}', '{"theme":"pink","places":{}}', '{"places":[1,[],["a"],["a",1]]}'])(
    'begins anew with a file that holds %j',
    (text) => {
      expect(parseWindowState(text)).toEqual(nothing);
    },
  );

  it.each([
    { x: 0, y: 0, width: 0, height: 700 },
    { x: 0, y: 0, width: 900, height: -1 },
    { x: 0.5, y: 0, width: 900, height: 700 },
    { x: 1e9, y: 0, width: 900, height: 700 },
    { x: '0', y: 0, width: 900, height: 700 },
    { x: 0, y: 0, width: 900 },
    null,
  ])('leaves out a place with bounds that no window can have: %j', (bounds) => {
    expect(parseWindowState(JSON.stringify({ places: [['one', { ...place, bounds }]] })).places.size).toBe(0);
  });

  it('takes a set of displays for no more than a name', () => {
    const { places } = parseWindowState(JSON.stringify({ places: [['__proto__', place]] }));
    expect(places.get('__proto__')).toEqual(place);
    expect(({} as { bounds?: unknown }).bounds).toBeUndefined();
  });
});

describe('withPlace', () => {
  it('forgets the set of displays that was used longest ago when there are too many', () => {
    let state = parseWindowState('');
    for (let index = 0; index < 13; index += 1) state = withPlace(state, `set ${index}`, place);
    state = withPlace(state, 'set 1', place);
    state = withPlace(state, 'new', place);
    expect(state.places.size).toBe(12);
    expect(state.places.has('set 1')).toBe(true);
    expect(state.places.has('set 2')).toBe(false);
  });
});

describe('openWindowMemory', () => {
  let folder: string;
  const path = () => join(folder, 'window.json');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-window-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('finds at the next start what was kept at the last', () => {
    const memory = openWindowMemory(path());
    expect(memory.state()).toEqual(nothing);
    memory.keep(withPlace({ ...memory.state(), theme: 'dark' }, 'desk', place));
    expect(openWindowMemory(path()).state()).toEqual({ theme: 'dark', places: new Map([['desk', place]]) });
  });

  it.skipIf(process.platform === 'win32')('F-3 keeps it for its owner alone, and leaves no part behind', async () => {
    openWindowMemory(path()).keep(parseWindowState(''));
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['window.json']);
  });

  it('begins anew with a broken file', async () => {
    await writeFile(path(), '{"theme":"da');
    expect(openWindowMemory(path()).state()).toEqual(nothing);
  });

  it('goes on where nothing can be written', () => {
    const memory = openWindowMemory(join(folder, 'no', 'such', 'folder.json'));
    memory.keep({ theme: 'dark', places: new Map() });
    expect(memory.state().theme).toBe('dark');
  });
});
