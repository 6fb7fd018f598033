import type { WebhookScope } from './entries.ts';
import { refusal } from './refusal.ts';
import { isObject } from './request.ts';

/** The name of the field that says what a webhook belongs to. */
const scopeField = ({ kind }: WebhookScope): 'projectId' | 'accountId' =>
  kind === 'project' ? 'projectId' : 'accountId';

/** Returns the `lastEvaluatedKey` after a webhook: Base64 of its id and of what it belongs to, as in the examples. */
export const encodeCursor = (scope: WebhookScope, id: string): string =>
  Buffer.from(JSON.stringify({ id, [scopeField(scope)]: scope.id })).toString('base64');

/**
 * Returns the id of the webhook a `lastEvaluatedKey` stands after; it may have been deleted since.
 * @throws HTTPException 400 on a key that was not issued for this list.
 */
export const decodeCursor = (scope: WebhookScope, cursor: string): string => {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64').toString());
  } catch {
    throw refusal(400);
  }
  const id = isObject(key) ? key['id'] : undefined;
  // Writing it again shows that nothing was changed or added.
  if (typeof id !== 'string' || encodeCursor(scope, id) !== cursor) throw refusal(400);
  return id;
};
