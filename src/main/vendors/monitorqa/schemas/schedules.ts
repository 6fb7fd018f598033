import { z } from 'zod';
import { wireExactText, wireFlag, wireId, wireMoment, wireNumber, wireText } from '../../core/wire-fields.ts';
import { named, namedItems } from './common.ts';

/** "Get schedule details". `repeat` has another form for each `repeatPattern`, and is kept as it came. */
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
  repeatPattern: wireNumber,
  repeat: z.unknown(),
});
