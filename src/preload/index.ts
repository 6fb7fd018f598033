import { contextBridge } from 'electron';
import { OPERATION_NAMES } from '../shared/contract/names.ts';

/** All that the page gets from the desktop: which host it is in, and which operations there are. */
contextBridge.exposeInMainWorld('plumbline', Object.freeze({ host: 'desktop', operations: OPERATION_NAMES }));
