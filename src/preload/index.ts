import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS, type DesktopBridge, type PushMessage } from '../shared/contract/desktop-bridge.ts';
import { OPERATION_NAMES } from '../shared/contract/names.ts';

/** Whether the person has just clicked or pressed a key: asked of this world's own navigator, which no page can change. */
const hasGesture = (): boolean => navigator.userActivation.isActive;

const operations = Object.fromEntries(
  OPERATION_NAMES.map((name) => [
    name,
    (id: number, input: string) => ipcRenderer.invoke(CHANNELS.call, id, name, input, hasGesture()),
  ]),
) as unknown as DesktopBridge['operations'];

const bridge: DesktopBridge = {
  host: 'desktop',
  operations: Object.freeze(operations),
  cancel: (id) => ipcRenderer.send(CHANNELS.cancel, id),
  listen: (listener) => {
    // The event object of Electron's stays here: the page gets the message alone.
    const hear = (_event: unknown, message: PushMessage): void => listener(message);
    ipcRenderer.on(CHANNELS.push, hear);
    return () => {
      ipcRenderer.off(CHANNELS.push, hear);
    };
  },
  addFile: (id, file) => {
    const path = file instanceof File ? webUtils.getPathForFile(file) : '';
    return path === '' ? null : ipcRenderer.invoke(CHANNELS.addFile, id, path);
  },
};

contextBridge.exposeInMainWorld('plumbline', Object.freeze(bridge));
