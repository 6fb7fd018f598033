import { z } from 'zod';
import { wireText } from '../../core/wire-fields.ts';

/** "Get timezones". */
export const timeZones = z.array(z.looseObject({ ianaName: wireText, text: wireText }));
