import { parseWorks, type Work } from './work.ts';
import { envelopeWorks } from './works/envelope.ts';
import { groundWorks } from './works/ground.ts';
import { interiorWorks } from './works/interior.ts';
import { servicesWorks } from './works/services.ts';
import { structureWorks } from './works/structure.ts';

/** Returns every kind of work, in the order in which a building is made; a plan keeps its number in every project. */
export const createWorks = (): readonly Work[] =>
  parseWorks([groundWorks, structureWorks, envelopeWorks, servicesWorks, interiorWorks].join('\n'));
