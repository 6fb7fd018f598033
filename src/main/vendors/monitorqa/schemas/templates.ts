import { z } from 'zod';
import { wireText } from '../../core/wire-fields.ts';

/** "Copy template to another company": the id of the copy. The status says that it is done, whatever stands here. */
export const copiedTemplate = z.looseObject({ templateId: wireText });
