import { answerMapping } from '../core/map-answer.ts';

/** How CONQA’s maps refuse an answer of another form than the document's. */
export const { mapOrRefuse } = answerMapping('conqa');
