import { z } from 'zod';
import { wireCode, wireExactText, wireFlag, wireId, wireList, wireNumber, wireText } from '../../core/wire-fields.ts';

/** "Get score system details", and one row of the list. The threshold is optional here and required when it is written. */
export const scoreSystem = z.looseObject({
  id: wireId,
  name: wireText,
  description: wireExactText,
  passedThreshold: wireNumber,
  scoreSystemType: wireCode([0, 1]),
  isSample: wireFlag,
  labels: wireList(z.looseObject({ id: wireText, label: wireText, min: wireNumber, max: wireNumber, color: wireText })),
});
