import { z } from 'zod';
import { wireExactText, wireFlag, wireId, wireList, wireNumber, wireText } from '../../core/wire-fields.ts';

/** "Get score system details". The threshold is optional here and required when it is written. */
export const scoreSystem = z.looseObject({
  id: wireId,
  name: wireText,
  description: wireExactText,
  passedThreshold: wireNumber,
  scoreSystemType: wireNumber,
  isSample: wireFlag,
  labels: wireList(z.looseObject({ id: wireText, label: wireText, min: wireNumber, max: wireNumber, color: wireText })),
});
