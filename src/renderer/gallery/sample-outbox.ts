import type { FieldChange, OutboxDetail, OutboxId, OutboxRow } from '../../shared/model/outbox.ts';
import { sampleActionId, sampleActions } from './sample-actions.ts';
import { GALLERY_CONNECTION, GALLERY_NOW } from './sample-audits.ts';

const ago = (minutes: number): string => new Date(GALLERY_NOW - minutes * 60_000).toISOString();

interface Draft extends Partial<OutboxRow> {
  readonly action?: number;
  readonly changes?: readonly FieldChange[];
  readonly minutes: number;
  readonly log?: OutboxDetail['log'];
  readonly file?: OutboxDetail['file'];
}

const operation = 'monitorqa.updateCorrectiveAction';

function detail(index: number, draft: Draft): OutboxDetail {
  const { action, changes = [], minutes, log = [], file = null, ...rest } = draft;
  const about = action === undefined ? undefined : sampleActions()[action];
  const row: OutboxRow = {
    id: `change-${index}` as OutboxId,
    operation,
    vendor: 'monitorqa',
    connectionId: GALLERY_CONNECTION,
    recordId: action === undefined ? null : sampleActionId(action),
    subject: about === undefined ? '' : `${about.number} ${about.title}`,
    state: 'ready',
    tier: 'T1',
    repeat: 'after-read',
    attempts: log.length,
    createdAt: ago(minutes),
    updatedAt: ago(minutes),
    error: null,
    ...rest,
  };
  const body = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
  const isUpload = file !== null;
  return {
    row,
    request: {
      method: isUpload ? 'POST' : 'PUT',
      path: isUpload ? '/company/logo' : `/corrective-actions/${about?.number ?? ''}`,
      params: isUpload ? {} : { path: { id: about?.number }, body },
    },
    changes,
    file,
    log,
  };
}

const logo = {
  name: 'kauri-logo.png',
  bytes: 6_800_000,
  contentType: 'image/png',
  sha256: '9f2c71d0a6b84e1f93c5d2e07b8a6f4c1d3e5f70918273645546372819a041ab',
} as const;

const lost = { code: 'connection-lost', message: 'made up' } as const;

/** Changes in every state. */
export const sampleOutbox = (): readonly OutboxDetail[] =>
  (
    [
      {
        action: 2,
        state: 'needs-checking',
        minutes: 25,
        error: lost,
        changes: [
          { field: 'status', before: 'open', after: 'submitted' },
          { field: 'assignees', before: ['Priya Raman'], after: ['Aroha Ngata', 'Tom Ashworth'] },
          {
            field: 'description',
            before: 'Lamp stops after 41 minutes. Battery ordered for Monday.',
            after: 'Lamp stops after 41 minutes. Battery replaced on Tuesday, retest booked.',
          },
          { field: 'priority', before: 'low', after: 'high' },
        ],
        log: [
          {
            attempt: 1,
            startedAt: ago(25),
            endedAt: ago(24.5),
            outcome: 'needs-checking',
            status: null,
            error: lost,
          },
        ],
      },
      {
        operation: 'monitorqa.createCompany',
        repeat: 'never',
        tier: 'T2',
        subject: 'Harbour Build Ltd',
        state: 'needs-checking',
        minutes: 40,
        error: { code: 'timed-out', message: 'made up' },
        log: [{ attempt: 1, startedAt: ago(41), endedAt: null, outcome: null, status: null, error: null }],
      },
      {
        operation: 'monitorqa.uploadCompanyLogo',
        subject: 'kauri-logo.png',
        state: 'sending',
        minutes: 1,
        file: logo,
        log: [{ attempt: 1, startedAt: ago(1), endedAt: null, outcome: null, status: null, error: null }],
      },
      { action: 1, minutes: 3, changes: [{ field: 'status', before: 'submitted', after: 'approved' }] },
      {
        action: 6,
        minutes: 4,
        changes: [{ field: 'dueAt', before: '2026-11-18T04:00:00.000Z', after: '2026-11-29T04:00:00.000Z' }],
      },
      {
        operation: 'monitorqa.deleteCompanyIcon',
        subject: 'Kauri Construction Group',
        tier: 'T2',
        minutes: 6,
      },
      {
        action: 0,
        minutes: 7,
        changes: [{ field: 'assignees', before: ['Dan Whitlock'], after: ['Tom Ashworth'] }],
      },
      {
        action: 8,
        state: 'draft',
        minutes: 70,
        connectionId: null,
        changes: [{ field: 'name', before: 'a', after: 'b' }],
      },
      {
        action: 3,
        state: 'failed',
        minutes: 400,
        error: { code: 'not-permitted', message: 'made up' },
        changes: [{ field: 'priority', before: 'low', after: 'high' }],
        log: [
          {
            attempt: 1,
            startedAt: ago(401),
            endedAt: ago(400),
            outcome: 'failed',
            status: 409,
            error: { code: 'not-permitted', message: 'made up' },
          },
        ],
      },
      { action: 5, state: 'sent', minutes: 60, changes: [{ field: 'status', before: 'submitted', after: 'approved' }] },
      { action: 7, state: 'sent', minutes: 90, changes: [{ field: 'priority', before: null, after: 'medium' }] },
    ] satisfies readonly Draft[]
  ).map((draft, index) => detail(index, draft));
