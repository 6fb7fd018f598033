import { z } from 'zod';
import { wireId, wireNumber, wireText } from '../../core/wire-fields.ts';

/** "Copy template to another company": the id of the copy. The status says that it is done, whatever stands here. */
export const copiedTemplate = z.looseObject({ templateId: wireText });

/** One row of "Get templates list with details". The document does not say which types there are. */
export const templateRow = z.looseObject({ id: wireId, name: wireText, templateType: wireNumber });
