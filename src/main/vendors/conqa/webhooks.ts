import type { z } from 'zod';
import { firstPage, nextPage, type IncompleteReason, type PagingRule, type PagingStep } from '../core/paging.ts';
import type { VendorClient } from '../core/vendor-client.ts';
import { mapOrRefuse } from './map-common.ts';
import { webhook, webhooksAnswer } from './schemas.ts';

/** Whose webhooks: a project's, or those of an account, whose id only its people know. */
export type WebhookOwner = { readonly projectId: string } | { readonly accountId: string };

export interface Webhook {
  readonly id: string;
  /** A project's list leaves it out. */
  readonly name: string | null;
  /** As paths want it: in lower case, where answers say `MILESTONE` and `REPORT`. */
  readonly type: string | null;
  /** `ACTIVE`, `INACTIVE`: CONQA turns one off after ten failures in a row, and a person has to turn it on again. */
  readonly status: string | null;
  readonly maskedCallbackUrl: string | null;
  /** Moments are ISO 8601 in UTC. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

const RULE: PagingRule = { style: 'cursor', size: 300 };

const toWebhook = (wire: z.output<typeof webhook>): Webhook => ({
  id: wire.id,
  name: wire.name,
  type: wire.type?.toLowerCase() ?? null,
  status: wire.status,
  maskedCallbackUrl: wire.maskedCallbackUrl,
  createdAt: wire.createdAt,
  updatedAt: wire.updatedAt,
});

/**
 * One page of webhooks and the key of the next; an absent, null or empty key is the end, whatever `count` says. Throws
 * VendorError `unexpected-answer` when `json` is no such page, or holds a key that is no text.
 */
export function webhookPage(
  operation: string,
  json: unknown,
): { readonly webhooks: readonly Webhook[]; readonly cursor: string | null } {
  return mapOrRefuse(operation, () => {
    const { lastEvaluatedKey, webhooks } = webhooksAnswer.parse(json).data;
    return { webhooks: webhooks.map((row) => toWebhook(webhook.parse(row))), cursor: lastEvaluatedKey || null };
  });
}

/**
 * Every webhook of a project or an account, each once, in the vendor's order. `incomplete` says why the list may lack
 * some (a key that came twice), null when it was read to its end. Throws what the client throws.
 */
export async function readWebhooks(
  client: VendorClient,
  owner: WebhookOwner,
  signal?: AbortSignal,
): Promise<{ readonly webhooks: readonly Webhook[]; readonly incomplete: IncompleteReason | null }> {
  const operation = 'projectId' in owner ? 'listProjectWebhooks' : 'listAccountWebhooks';
  const found = new Map<string, Webhook>();
  let step: PagingStep = { kind: 'next', request: firstPage(RULE) };
  while (step.kind === 'next') {
    const { query, state } = step.request;
    const { data } = await client.call(operation, { path: { ...owner }, query }, signal ? { signal } : {});
    const { webhooks, cursor } = webhookPage(operation, data);
    const repeated = webhooks.filter(({ id }) => found.has(id)).length;
    for (const one of webhooks) found.set(one.id, one);
    step = nextPage(RULE, state, { received: webhooks.length, repeated, total: null, cursor });
  }
  return { webhooks: [...found.values()], incomplete: step.kind === 'incomplete' ? step.why : null };
}
