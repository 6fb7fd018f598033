import { day } from '../../data/zones.ts';
import { sampleConqaAccountId } from '../access.ts';
import type { WebhookScope, WebhookStatus, WebhookType } from '../entries.ts';
import type { ConqaDataset } from './dataset.ts';

/** A webhook as it is now. */
export type Webhook = {
  /** With its `wh:`. */
  readonly id: string;
  readonly name: string;
  readonly scope: WebhookScope;
  readonly userId: string;
  readonly callbackUrl: string;
  readonly type: WebhookType;
  readonly status: WebhookStatus;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Calls that failed one after another, up to the one that switches it off. */
  readonly failureCount: number;
};

type Source = readonly [
  name: string,
  project: number | null,
  type: Webhook['type'],
  status: Webhook['status'],
  callbackUrl: string,
];

// One was switched off by the vendor after ten failures, as happens when a server is retired and nobody thinks of it.
const sources: readonly Source[] = [
  ['Milestones to the owner portal', 0, 'MILESTONE', 'ACTIVE', 'https://portal.northgate.example/hooks/conqa'],
  ['Reports to the document store', 0, 'REPORT', 'ACTIVE', 'https://documents.kauri-group.example/conqa/reports'],
  ['Old programme board', 0, 'MILESTONE', 'INACTIVE', 'https://board.kauri-group.example/milestones'],
  ['Handover tracker', 1, 'MILESTONE', 'ACTIVE', 'https://handover.kauri-group.example/milestones'],
  ['All milestones, data warehouse', null, 'MILESTONE', 'ACTIVE', 'https://warehouse.kauri-group.example/conqa'],
  ['All reports, archive', null, 'REPORT', 'INACTIVE', 'https://archive.kauri-group.example/conqa?list=reports'],
];

/** Returns the webhooks that were there before anything was written here. */
export const createWebhooks = ({ makeId, userId, manager, now }: ConqaDataset): readonly Webhook[] =>
  sources.map(([name, project, type, status, callbackUrl], index): Webhook => ({
    id: `wh:${makeId('webhook', index)}`,
    name,
    scope:
      project === null
        ? { kind: 'account', id: sampleConqaAccountId }
        : { kind: 'project', id: makeId('project', project) },
    userId: userId(manager),
    callbackUrl,
    type,
    status,
    createdAt: new Date(now - (300 - index * 31) * day).toISOString(),
    updatedAt: new Date(now - (120 - index * 17) * day).toISOString(),
    failureCount: 0,
  }));
