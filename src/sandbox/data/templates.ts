import { parseLines, type Template } from './template.ts';
import { accessTemplates } from './templates/access.ts';
import { finishesTemplates } from './templates/finishes.ts';
import { fireTemplates } from './templates/fire.ts';
import { siteTemplates } from './templates/site.ts';
import { structureTemplates } from './templates/structure.ts';

/** Returns the company's checklists, each with its lines read from their notation. */
export const createTemplates = (): readonly Template[] =>
  [...fireTemplates, ...accessTemplates, ...structureTemplates, ...finishesTemplates, ...siteTemplates].map(
    ({ text, ...source }, index) => ({ ...source, index, lines: parseLines(text) }),
  );
