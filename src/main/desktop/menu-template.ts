import type { MenuItemConstructorOptions } from 'electron';
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import type { MessageKey } from '../../shared/messages/en.ts';
import { say } from './words.ts';

/** What the menus depend on. */
export interface MenuFacts {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly mode: WorkspaceStatus['mode'];
  readonly hasConnections: boolean;
  readonly isSampleOnline: boolean;
}

/** What the items that are ours do. */
export interface MenuActs {
  /** Runs a command of the page, by the name the page gave it. */
  readonly command: (id: string) => void;
  readonly print: () => void;
  readonly showLog: () => void;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };
const role = (name: NonNullable<Item['role']>, label: MessageKey): Item => ({ role: name, label: say(label) });

/**
 * The menus of one system. A key that the page listens to itself is shown and not registered, so that it acts once; keys
 * of a single letter are not shown at all, because a system would take them from a field that is being written in.
 */
export function menuTemplate(facts: MenuFacts, acts: MenuActs): Item[] {
  const { platform, isPackaged, mode, hasConnections } = facts;
  const isMac = platform === 'darwin';

  const ours = (id: string, label: MessageKey, more: Pick<Item, 'accelerator' | 'enabled'> = {}): Item => ({
    id,
    label: say(label),
    click: () => acts.command(id),
    ...more,
    ...(more.accelerator === undefined ? {} : { registerAccelerator: false }),
  });
  /** A command that the page offers only where there is something to work on. */
  const work = (id: string, label: MessageKey): Item => ours(id, label, { enabled: hasConnections });
  // The letter that opens a menu with Alt; a Mac has no such keys.
  const top = (label: MessageKey, submenu: Item[], more: Item = {}): Item => ({
    ...more,
    label: isMac ? say(label) : `&${say(label)}`,
    submenu,
  });

  const sample: Item[] =
    mode === 'own'
      ? [ours('sample', 'command.sample-open')]
      : [
          ours('sample-online', facts.isSampleOnline ? 'command.sample-offline' : 'command.sample-online'),
          ours('start', 'command.start'),
        ];
  const about = role('about', 'menu.about');

  const app: Item = {
    label: say('app.name'),
    submenu: [
      about,
      separator,
      role('services', 'menu.services'),
      separator,
      role('hide', 'menu.hide'),
      role('hideOthers', 'menu.hide-others'),
      role('unhide', 'menu.show-all'),
      separator,
      role('quit', 'menu.quit-app'),
    ],
  };
  const file = top('menu.file', [
    work('add-account', 'command.add-account'),
    work('sync', 'command.sync'),
    separator,
    ...sample,
    separator,
    { id: 'print', label: say('menu.print'), accelerator: 'CommandOrControl+P', click: acts.print },
    separator,
    isMac ? role('close', 'menu.close') : role('quit', 'menu.quit'),
  ]);
  const edit = top('menu.edit', [
    role('undo', 'menu.undo'),
    role('redo', 'menu.redo'),
    separator,
    role('cut', 'menu.cut'),
    role('copy', 'menu.copy'),
    role('paste', 'menu.paste'),
    role('delete', 'menu.delete'),
    role('selectAll', 'menu.select-all'),
  ]);
  const view = top('menu.view', [
    {
      label: say('menu.theme'),
      submenu: [
        ours('theme-light', 'command.theme-light'),
        ours('theme-dark', 'command.theme-dark'),
        ours('theme-system', 'command.theme-system'),
      ],
    },
    {
      label: say('menu.rows'),
      submenu: [
        ours('density-compact', 'command.density-compact'),
        ours('density-standard', 'command.density-standard'),
        ours('density-comfortable', 'command.density-comfortable'),
      ],
    },
    separator,
    role('resetZoom', 'menu.zoom-reset'),
    role('zoomIn', 'menu.zoom-in'),
    role('zoomOut', 'menu.zoom-out'),
    separator,
    role('togglefullscreen', 'menu.full-screen'),
    ...(isPackaged ? [] : [separator, role('reload', 'menu.reload'), role('toggleDevTools', 'menu.development-tools')]),
  ]);
  const go = top('menu.go', [
    ours('palette', 'command.palette', { accelerator: 'CommandOrControl+K' }),
    ours('panes', 'command.panes', { accelerator: 'F6' }),
    separator,
    work('audits', 'nav.audits'),
    work('actions', 'nav.actions'),
    work('outbox', 'nav.outbox'),
    work('company', 'nav.company'),
    work('connections', 'nav.connections'),
  ]);
  const window: Item = {
    role: 'window',
    label: say('menu.window'),
    submenu: [
      role('minimize', 'menu.minimize'),
      role('zoom', 'menu.zoom-window'),
      separator,
      role('front', 'menu.front'),
    ],
  };
  const help = top(
    'menu.help',
    [
      ours('shortcuts', 'command.shortcuts'),
      { id: 'log', label: say('menu.log'), click: acts.showLog },
      ...(isMac ? [] : [separator, about]),
    ],
    { role: 'help' },
  );
  return isMac ? [app, file, edit, view, go, window, help] : [file, edit, view, go, help];
}
