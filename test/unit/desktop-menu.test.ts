import { readFileSync } from 'node:fs';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuFacts } from '../../src/main/desktop/menu-template.ts';

const facts: MenuFacts = {
  platform: 'linux',
  isPackaged: true,
  mode: 'own',
  hasConnections: true,
  isSampleOnline: true,
};

function menus(given: Partial<MenuFacts> = {}) {
  const done: string[] = [];
  const template = menuTemplate(
    { ...facts, ...given },
    {
      command: (id) => done.push(id),
      print: () => done.push('(print)'),
      showLog: () => done.push('(log)'),
    },
  );
  return { template, done };
}

const itemsIn = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsIn(item.submenu) : [])]);
const itemsOf = (given: Partial<MenuFacts> = {}) => itemsIn(menus(given).template);
const rolesOf = (given: Partial<MenuFacts>) => itemsOf(given).flatMap(({ role }) => role ?? []);
const idsOf = (given: Partial<MenuFacts>) => itemsOf(given).flatMap(({ id }) => id ?? []);
const topOf = (platform: NodeJS.Platform) => menus({ platform }).template.map(({ label }) => label);

const everySystem = ['darwin', 'win32', 'linux'] as const;

/** Presses an item as a person would; what it is given is of no use to it. */
const press = (item: MenuItemConstructorOptions): void => {
  (item.click as undefined | (() => void))?.();
};

describe('menuTemplate', () => {
  it('has the menus of each system, with letters for Alt where it has them', () => {
    expect(topOf('darwin')).toEqual(['Plumbline', 'File', 'Edit', 'View', 'Go', 'Window', 'Help']);
    expect(topOf('win32')).toEqual(['&File', '&Edit', '&View', '&Go', '&Help']);
    expect(topOf('linux')).toEqual(topOf('win32'));
  });

  it('puts what the app itself does where each system looks for it', () => {
    const editing = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'];
    const viewing = ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'];
    const macApp = ['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit'];
    const macWindow = ['window', 'minimize', 'zoom', 'front'];
    expect(rolesOf({ platform: 'darwin' })).toEqual([...macApp, 'close', ...editing, ...viewing, ...macWindow, 'help']);
    expect(rolesOf({ platform: 'win32' })).toEqual(['quit', ...editing, ...viewing, 'help', 'about']);
    expect(rolesOf({ platform: 'linux' })).toEqual(rolesOf({ platform: 'win32' }));
  });

  it('offers to load the page again and development tools in no packaged app', () => {
    const forDevelopers = ['reload', 'forceReload', 'toggleDevTools'];
    for (const platform of everySystem) {
      expect(rolesOf({ platform }).filter((role) => forDevelopers.includes(role))).toEqual([]);
      expect(rolesOf({ platform, isPackaged: false })).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    }
  });

  it('names only commands that the page has', () => {
    const source = readFileSync(new URL('../../src/renderer/app/use-shell-commands.ts', import.meta.url), 'utf8');
    const appearance = readFileSync(new URL('../../src/renderer/lib/appearance-state.ts', import.meta.url), 'utf8');
    const literal = [...source.matchAll(/id: '([\w-]+)'/g)].map(([, id]) => id);
    const listOf = (name: string): readonly string[] => {
      const list = new RegExp(String.raw`${name} = \[([^\]]+)\]`).exec(appearance)?.[1] ?? '';
      return [...list.matchAll(/'(\w+)'/g)].map(([, value]) => value ?? '');
    };
    const made = [
      ...listOf('THEMES').map((theme) => `theme-${theme}`),
      ...listOf('DENSITIES').map((density) => `density-${density}`),
    ];
    const ids = everySystem.flatMap((platform) => [...idsOf({ platform }), ...idsOf({ platform, mode: 'sample' })]);
    expect(made).toHaveLength(6);
    expect([...new Set(ids)].filter((id) => !['print', 'log', ...literal, ...made].includes(id))).toEqual([]);
  });

  it.each(everySystem)('runs the command an item is named for, on %s', (platform) => {
    const { template, done } = menus({ platform });
    const own = itemsIn(template).filter(({ id }) => id !== undefined);
    for (const item of own) press(item);
    expect(done).toEqual(own.map(({ id }) => (id === 'print' || id === 'log' ? `(${id})` : id)));
    expect(done).toContain('sync');
  });

  it('shows the keys that the page listens to and does not register them', () => {
    const withKeys = itemsOf().filter(({ accelerator }) => accelerator !== undefined);
    expect(withKeys.map(({ id, accelerator, registerAccelerator }) => [id, accelerator, registerAccelerator])).toEqual([
      ['print', 'CommandOrControl+P', undefined],
      ['palette', 'CommandOrControl+K', false],
      ['panes', 'F6', false],
    ]);
  });

  it('takes no key of a single letter from a field that is being written in', () => {
    const keys = everySystem.flatMap((platform) =>
      itemsOf({ platform }).flatMap(({ accelerator }) => accelerator ?? []),
    );
    expect(keys.filter((key) => /^(Shift\+)?.$/.test(key))).toEqual([]);
  });

  it('switches off what needs an account while there is none', () => {
    const off = itemsOf({ hasConnections: false }).flatMap(({ id, enabled }) => (enabled === false ? [id] : []));
    expect(off).toEqual(['add-account', 'sync', 'audits', 'actions', 'outbox', 'company', 'connections']);
    expect(itemsOf().filter(({ enabled }) => enabled === false)).toEqual([]);
  });

  it('offers the sample in one’s own workspace, and the way back from it in the sample', () => {
    expect(idsOf({ mode: 'own' })).toContain('sample');
    expect(idsOf({ mode: 'own' })).not.toContain('start');
    const inSample = itemsOf({ mode: 'sample', isSampleOnline: false });
    expect(inSample.flatMap(({ id }) => id ?? [])).toEqual(expect.arrayContaining(['sample-online', 'start']));
    expect(inSample.find(({ id }) => id === 'sample-online')?.label).toBe('Bring the sample vendors back on line');
  });

  it('has words for every item', () => {
    for (const platform of everySystem) {
      const silent = itemsOf({ platform, isPackaged: false }).filter(
        ({ type, label }) => type !== 'separator' && !label,
      );
      expect(silent).toEqual([]);
    }
  });
});
