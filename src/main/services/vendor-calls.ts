import type { ParsedInput } from '../../shared/contract/index.ts';
import type { CallAnswer } from '../../shared/contract/vendors.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { OutboxRow } from '../../shared/model/outbox.ts';
import { VENDORS, type Vendor } from '../../shared/model/vendor.ts';
import type { VendorOperation } from '../../shared/model/vendor-operation.ts';
import { saveStream } from '../files/save-stream.ts';
import type { Clock } from '../platform/clock.ts';
import type { CallParams, OperationRow } from '../vendors/core/operation.ts';
import { describeOperations } from '../vendors/core/describe-operation.ts';
import { fillFromRead } from '../vendors/core/fill-from-read.ts';
import { prepareRequest } from '../vendors/core/prepare-request.ts';
import type { ConnectionService, Definitions, OpenConnection } from './connections.ts';
import { findOperation } from './find-operation.ts';
import type { Draft, OutboxService } from './outbox.ts';
import type { SettingService } from './settings.ts';

/** Any documented operation, by name. */
export interface VendorCallService {
  readonly operations: (vendor?: Vendor) => readonly VendorOperation[];
  /** One operation, now. A change is a row of the outbox first; one that destroys needs a person's word. */
  readonly call: (input: ParsedInput<'vendors.call'>, signal: AbortSignal) => Promise<CallAnswer>;
  /** Puts one change into the outbox. */
  readonly draft: (input: ParsedInput<'outbox.draft'>, signal: AbortSignal) => Promise<OutboxRow>;
}

interface VendorCallParts {
  readonly definitions: Definitions;
  readonly connections: ConnectionService;
  readonly outbox: OutboxService;
  readonly settings: SettingService;
  readonly clock: Clock;
}

/** How many objects a body names, for the dry run of what destroys. */
function objectsIn(params: CallParams): number {
  const body: unknown = params.body;
  if (typeof body === 'object' && body !== null && 'ids' in body && Array.isArray(body.ids)) return body.ids.length;
  return 1;
}

/** What would be sent, for a person to read before it is. The secret is not in it. */
function dryRun(row: OperationRow, url: string, params: CallParams): Extract<CallAnswer, { dryRun: unknown }> {
  const { method, url: address } = prepareRequest({ row, baseUrl: url, params });
  return {
    dryRun: { method, address: address.href, body: params.body ?? null, objects: objectsIn(params), tier: row.tier },
  };
}

/** The vendor calls of one workspace. */
export function createVendorCalls(parts: VendorCallParts): VendorCallService {
  const { definitions, connections, outbox, settings, clock } = parts;

  const readFile = async (
    open: OpenConnection,
    operation: string,
    row: OperationRow,
    params: CallParams,
    out: string | undefined,
    signal: AbortSignal,
  ): Promise<CallAnswer> => {
    if (out === undefined) {
      throw new AppError('bad-input', 'This operation answers a file: name where to write it with --out.', {
        data: { field: 'out' },
      });
    }
    const answer = await open.client.stream(operation, params, { signal });
    const saved = await saveStream({
      body: answer.body,
      expectedBytes: answer.contentLength,
      expect: row.answer.kind === 'pdf' ? 'pdf' : 'any',
      target: out,
      replace: false,
      clock,
      signal,
    });
    return { status: answer.status, file: out, bytes: saved.bytes, contentType: answer.contentType };
  };

  /** True when a person said enough for what the operation may destroy. */
  const isConfirmed = async (
    row: OperationRow,
    { yes, confirm }: ParsedInput<'vendors.call'>,
    open: OpenConnection,
    signal: AbortSignal,
  ) => {
    if (row.effect !== 'destructive' && row.tier !== 'T3' && row.tier !== 'T4') return true;
    if (row.tier !== 'T4') return yes;
    if ((await settings.get('danger.deleteCompany')) !== true) return false;
    const { data } = await open.client.call(open.definition.testOperation, {}, { signal });
    const name = typeof data === 'object' && data !== null && 'name' in data ? data.name : undefined;
    return yes && typeof name === 'string' && confirm === name;
  };

  /** The same change with nothing left out that the vendor would wipe; as it is where the vendor wipes nothing. */
  const filled = async (
    { definition, client }: OpenConnection,
    id: string,
    params: CallParams,
    signal: AbortSignal,
  ): Promise<Partial<Pick<Draft, 'params' | 'changes' | 'base'>>> => {
    const rule = definition.fill?.[findOperation(definition, id).operation];
    if (rule === undefined) return {};
    const read = rule.readCall(params);
    const { data: base } = await client.call(read.operation, read.params, { signal });
    const change = fillFromRead(rule, params, base);
    return { params: change.params, changes: change.changes, base };
  };

  return {
    operations: (only) =>
      VENDORS.filter((vendor) => only === undefined || vendor === only).flatMap((vendor) => {
        const definition = definitions[vendor];
        return definition === undefined ? [] : describeOperations(vendor, definition.operations);
      }),
    draft: async ({ operation, connectionId, params, spoolId, fill }, signal) => {
      const given = params as CallParams;
      return outbox.draft({
        operation,
        connectionId,
        params: given,
        subject: operation,
        ...(spoolId === undefined ? {} : { spoolId }),
        ...(fill ? await filled(await connections.open(connectionId), operation, given, signal) : {}),
      });
    },
    call: async (input, signal) => {
      const { operation: id, connectionId, out, spoolId } = input;
      const params = input.params as CallParams;
      const open = await connections.open(connectionId);
      const { operation, row } = findOperation(open.definition, id);
      if (row.effect === 'read') {
        if (row.answer.kind === 'pdf' || row.answer.kind === 'binary') {
          return readFile(open, operation, row, params, out, signal);
        }
        return open.client.call(operation, params, { signal });
      }
      if (!(await isConfirmed(row, input, open, signal))) return dryRun(row, open.connection.url, params);
      const draft = await outbox.draft({
        operation: id,
        connectionId,
        params,
        subject: id,
        isConfirmed: true,
        ...(spoolId === undefined ? {} : { spoolId }),
      });
      const { row: sent, answer, failure } = await outbox.sendOne(draft.id, { signal });
      if (answer !== null) return { ...answer, outboxId: sent.id };
      throw failure ?? new AppError('internal', 'The change was not sent and nobody knows why.');
    },
  };
}
