import { app, Menu } from 'electron';
import type { Door } from '../rpc/door.ts';
import { menuTemplate, type MenuActs, type MenuFacts } from './menu-template.ts';

/** The facts of the menus as the workspace has them now. */
async function readFacts(door: Door): Promise<MenuFacts> {
  const { mode, connections, sampleOnline } = await door.local.call('workspace.status', {});
  return {
    platform: process.platform,
    isPackaged: app.isPackaged,
    mode,
    hasConnections: connections > 0,
    isSampleOnline: sampleOnline !== false,
  };
}

/** Shows the menus, and makes them anew when what they depend on has changed. Answers how to stop that. */
export async function showMenus(door: Door, acts: MenuActs): Promise<() => void> {
  let shown = '';
  const show = async (): Promise<void> => {
    const facts = await readFacts(door);
    const now = JSON.stringify(facts);
    // A menu that is made anew closes under a person's hand.
    if (now === shown) return;
    shown = now;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts, acts)));
  };
  await show();
  const session = door.connect((message) => {
    if (message.type !== 'event') return;
    if (message.event !== 'workspace.changed' && message.event !== 'connections.changed') return;
    show().catch((thrown: unknown) => door.log.error('desktop.menu-failed', thrown));
  });
  return session.close;
}
