import { z } from 'zod';
import { CONNECTION_COLORS, type Connection, type SecretStatus } from '../model/connection.ts';
import type { ConnectionPermissions } from '../model/permission.ts';
import { vendorErrors } from './error-groups.ts';
import { connectionIdField, vendorField } from './fields.ts';
import { command, query } from './operation.ts';

const name = z.string().trim().min(1).max(100);
const url = z.url({ protocol: /^https?$/ }).max(500);

/** Field names and values of a secret, on their way in. There is no way out: no operation answers one. */
const secret = z.record(z.string().min(1).max(50), z.string().min(1).max(4000));

/** What a test of a connection found. It answers failures instead of throwing them: a refusal is its result. */
export type ConnectionTest =
  | { readonly ok: true; readonly account: string | null }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

export const connectionOperations = {
  'connections.list': query<readonly Connection[]>()({ input: z.strictObject({}) }),
  /** Adds an account; the secret goes to the keychain, or is kept until the app closes where there is none. */
  'connections.add': command<Connection>()({
    input: z.strictObject({
      vendor: vendorField,
      name,
      url: url.optional(),
      secret: secret.optional(),
      allowHttp: z.boolean().default(false),
      /** Tries the secret with one read first; a refused one is not kept. */
      test: z.boolean().default(true),
    }),
    errors: [...vendorErrors, 'not-offered-here'],
  }),
  'connections.test': command<ConnectionTest>()({
    input: z.strictObject({ id: connectionIdField }),
    errors: ['no-connection'],
  }),
  'connections.update': command<Connection>()({
    input: z.strictObject({
      id: connectionIdField,
      name: name.optional(),
      url: url.optional(),
      label: z.string().trim().max(6).nullable().optional(),
      color: z.enum(CONNECTION_COLORS).nullable().optional(),
      paused: z.boolean().optional(),
      allowHttp: z.boolean().optional(),
      user: z
        .strictObject({ vendorId: z.string().min(1).max(200), name })
        .nullable()
        .optional(),
    }),
    errors: ['no-connection', 'insecure-address'],
  }),
  'connections.setSecret': command<Connection>()({
    input: z.strictObject({ id: connectionIdField, secret }),
    errors: vendorErrors,
  }),
  /** Removes the account and its secret. What was read stays readable unless `erase`; queued changes become drafts. */
  'connections.remove': command<{ readonly drafts: number }>()({
    input: z.strictObject({ id: connectionIdField, erase: z.boolean().default(false) }),
    errors: ['no-connection', 'workspace-busy'],
  }),
  'connections.secrets': query<SecretStatus>()({ input: z.strictObject({}) }),
  /** Whose key it is and what it may do, by the role the vendor says that user has and by what was tried before. */
  'connections.permissions': query<ConnectionPermissions>()({
    input: z.strictObject({ id: connectionIdField }),
    errors: ['no-connection'],
  }),
  /** Looks for the keychain again, and moves secrets of this session into it once it is there. */
  'connections.retryKeychain': command<SecretStatus>()({ input: z.strictObject({}) }),
} as const;
