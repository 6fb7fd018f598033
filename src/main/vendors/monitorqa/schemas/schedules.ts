import { z } from 'zod';
import { wireCode, wireExactText, wireFlag, wireId, wireMoment, wireText } from '../../core/wire-fields.ts';
import { codesOf, REPEAT_PATTERNS } from '../known-words.ts';
import { named, namedItems } from './common.ts';

/** "Get schedule details", and one row of "Get schedules list", which leaves some of it out. `repeat` has another form for each `repeatPattern`, and is kept as it came. */
export const scheduleDetail = z.looseObject({
  id: wireId,
  name: wireText,
  active: wireFlag,
  startFromDate: wireMoment,
  stopByDate: wireMoment,
  auditorHint: wireExactText,
  template: named,
  assignees: namedItems,
  auditObjects: namedItems,
  auditObjectGroups: namedItems,
  repeatPattern: wireCode(codesOf(REPEAT_PATTERNS)),
  repeat: z.unknown(),
});
