import { z } from 'zod';
import { wireCode, wireMoment, wireNumber, wireText, wireWord } from '../../core/wire-fields.ts';
import { WEBHOOK_EVENTS } from '../known-words.ts';

/** One row of "Get webhooks log"; a command is of an audit (0), a corrective action (1) or an audit template (2). */
export const webhookLogRow = z.looseObject({
  createdAtUtc: wireMoment,
  errorMessage: wireText,
  webhookCommandType: wireCode([0, 1, 2]),
  httpStatusCode: wireNumber,
  webhookUrl: wireText,
  webhookEvent: wireWord(WEBHOOK_EVENTS),
});
