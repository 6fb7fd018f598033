import { PLACEHOLDER, sends, type RefusedVector, type Vector } from './vector.ts';

const id = 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx';
const webhookId = `wh:${id}`;
const inPath = `wh%3A${id}`;
const at = '2024-01-15T10:30:00.000Z';
const callbackUrl = 'https://example.com/webhook';

const PROJECT_KEY =
  'eyJpZCI6IndoOjEyM2U0NTY3LWU4OWItMTJkMy1hNDU2LTQyNjYxNDE3NDAwMCIsInByb2plY3RJZCI6ImQ2YzVlM2I5LWI0MjctNGFkZS1hY2Q5LWEwZjkzNWY4ZGI5YyJ9';
const ACCOUNT_KEY =
  'eyJpZCI6IndoOjEyM2U0NTY3LWU4OWItMTJkMy1hNDU2LTQyNjYxNDE3NDAwMCIsImFjY291bnRJZCI6ImQ2YzVlM2I5LWI0MjctNGFkZS1hY2Q5LWEwZjkzNWY4ZGI5YyJ9';

const BODY_ELSEWHERE = `${PLACEHOLDER} The example of the request has no body; that of "Request Body" stands in.`;

/** What a project's webhooks and an account's have in common: all but the owner and a few words. */
interface Owner {
  readonly operations: {
    readonly list: string;
    readonly register: string;
    readonly update: string;
    readonly remove: string;
  };
  readonly word: 'Project' | 'Account';
  readonly place: 'project' | 'account';
  readonly key: string;
  /** A project's list shows no name. */
  readonly listedName: Readonly<Record<string, string>>;
  readonly listCorrected: string;
}

const project: Owner = {
  operations: {
    list: 'listProjectWebhooks',
    register: 'registerProjectWebhook',
    update: 'updateProjectWebhook',
    remove: 'deleteProjectWebhook',
  },
  word: 'Project',
  place: 'project',
  key: PROJECT_KEY,
  listedName: {},
  listCorrected: PLACEHOLDER,
};

const account: Owner = {
  operations: {
    list: 'listAccountWebhooks',
    register: 'registerAccountWebhook',
    update: 'updateAccountWebhook',
    remove: 'deleteAccountWebhook',
  },
  word: 'Account',
  place: 'account',
  key: ACCOUNT_KEY,
  listedName: { name: 'Account Milestone Webhook' },
  listCorrected: `${PLACEHOLDER} The section has no request line; method and path are those of its two examples.`,
};

const ownerPath = ({ place }: Owner) => ({ [`${place}Id`]: id });

const listVectors = (owner: Owner): readonly Vector[] => {
  const { place, key, listedName, listCorrected: corrected } = owner;
  const common = {
    operation: owner.operations.list,
    section: `List Webhooks for ${owner.word}`,
    corrected,
    answer: {
      status: 200,
      body: {
        data: {
          count: 1,
          lastEvaluatedKey: key,
          webhooks: [
            {
              id: webhookId,
              ...listedName,
              [`${place}Id`]: id,
              userId: id,
              maskedCallbackUrl: 'example.com/***',
              type: 'MILESTONE',
              status: 'ACTIVE',
              createdAt: at,
              updatedAt: at,
            },
          ],
        },
      },
    },
  };
  const path = ownerPath(owner);
  return [
    { ...common, ...sends('GET', `/${place}/${id}/webhooks?limit=10`, { path, query: { limit: 10 } }) },
    {
      ...common,
      ...sends('GET', `/${place}/${id}/webhooks?limit=10&lastEvaluatedKey=${key}`, {
        path,
        query: { limit: 10, lastEvaluatedKey: key },
      }),
    },
  ];
};

const registerVectors = (owner: Owner): readonly Vector[] => {
  const { place, word } = owner;
  const name = `${word} Milestone Webhook`;
  const common = {
    operation: owner.operations.register,
    section: `Register ${word} Webhook`,
    corrected: BODY_ELSEWHERE,
  };
  const request = (type: string) =>
    sends('PUT', `/${place}/${id}/${type}/webhook`, {
      path: { ...ownerPath(owner), type },
      body: { name, callbackUrl },
    });
  return [
    {
      ...common,
      ...request('milestone'),
      answer: {
        status: 200,
        body: {
          webhook: {
            id: 'wh:123e4567-e89b-12d3-a456-426614174000',
            name,
            [`${place}Id`]: id,
            userId: id,
            maskedCallbackUrl: 'example.com/***',
            type: 'MILESTONE',
            status: 'ACTIVE',
            createdAt: at,
            updatedAt: at,
          },
        },
      },
    },
    { ...common, ...request('report') },
  ];
};

const updateVectors = (owner: Owner): readonly Vector[] => {
  const { place, word } = owner;
  const name = word === 'Account' ? 'Updated Account Webhook Name' : 'Updated Webhook Name';
  const body = { name, status: 'INACTIVE' };
  return [
    {
      operation: owner.operations.update,
      section: `Update ${word} Webhook`,
      ...sends('PATCH', `/${place}/${id}/milestone/webhook/${inPath}`, {
        path: { ...ownerPath(owner), type: 'milestone', webhookId },
        body,
      }),
      answer: { status: 200, body: { message: 'Webhook updated successfully', webhookId, ...body } },
      corrected: PLACEHOLDER,
    },
  ];
};

const deleteVectors = (owner: Owner): readonly Vector[] =>
  ['milestone', 'report'].map((type) => ({
    operation: owner.operations.remove,
    section: `Delete ${owner.word} Webhook`,
    ...sends('DELETE', `/${owner.place}/${id}/${type}/webhook/${inPath}`, {
      path: { ...ownerPath(owner), type, webhookId },
    }),
    answer: { status: 200, body: { message: 'Webhook deleted successfully', webhookId } },
    corrected: PLACEHOLDER,
  }));

const owners = [project, account];

/** "Project-Scoped Webhooks" and "Account-Scoped Webhooks" of CONQA's "API Endpoints". */
export const vectors: readonly Vector[] = owners.flatMap((owner) => [
  ...listVectors(owner),
  ...registerVectors(owner),
  ...updateVectors(owner),
  ...deleteVectors(owner),
]);

const refusedOf = (owner: Owner): readonly RefusedVector[] => {
  const { list, register, update, remove } = owner.operations;
  const idField = `path.${owner.place}Id`;
  const path = ownerPath(owner);
  const typed = { ...path, type: 'report' };
  const one = { ...typed, webhookId };
  const registered = { name: 'Reports', callbackUrl };
  return [
    { operation: list, params: {}, field: idField },
    { operation: list, params: { path, query: { limit: 0 } }, field: 'query.limit' },
    { operation: list, params: { path, query: { lastEvaluatedKey: '' } }, field: 'query.lastEvaluatedKey' },
    { operation: register, params: { path, body: registered }, field: 'path.type' },
    { operation: register, params: { path: { ...path, type: 'REPORT' }, body: registered }, field: 'path.type' },
    { operation: register, params: { path: typed }, field: 'body' },
    { operation: register, params: { path: typed, body: { callbackUrl } }, field: 'body.name' },
    { operation: register, params: { path: typed, body: { ...registered, name: ' ' } }, field: 'body.name' },
    { operation: register, params: { path: typed, body: { name: 'Reports' } }, field: 'body.callbackUrl' },
    {
      operation: register,
      params: { path: typed, body: { ...registered, callbackUrl: 'example.com/webhook' } },
      field: 'body.callbackUrl',
    },
    { operation: update, params: { path: typed, body: { status: 'ACTIVE' } }, field: 'path.webhookId' },
    { operation: update, params: { path: one, body: {} }, field: 'body' },
    { operation: update, params: { path: one, body: { name: '' } }, field: 'body.name' },
    { operation: update, params: { path: one, body: { status: 'active' } }, field: 'body.status' },
    { operation: update, params: { path: one, body: { callbackUrl } }, field: 'body.callbackUrl' },
    { operation: remove, params: { path: typed }, field: 'path.webhookId' },
    { operation: remove, params: { path: { ...one, webhookId: '../x' } }, field: 'path.webhookId' },
    { operation: remove, params: { path: { ...one, type: 'issue' } }, field: 'path.type' },
  ];
};

/** What the same sections forbid. */
export const refused: readonly RefusedVector[] = owners.flatMap(refusedOf);
