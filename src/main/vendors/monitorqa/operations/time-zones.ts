import { defineOperations } from '../../core/define-operations.ts';
import { timeZones } from '../schemas/time-zones.ts';

export const timeZoneOperations = defineOperations({
  listTimezones: {
    summary: 'The time zones a company may have (bare array)',
    section: 'Time zones: Get timezones',
    method: 'GET',
    path: '/timezones',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: timeZones },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
