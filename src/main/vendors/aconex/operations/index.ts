import { copyOperations } from './copy.ts';
import { projectOperations } from './projects.ts';

/** Aconex's operations by name, in the order of its document. */
export const operations = { ...projectOperations, ...copyOperations };
