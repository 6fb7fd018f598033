import type { ParsedInput } from '../../shared/contract/index.ts';
import type { CallAnswer } from '../../shared/contract/vendors.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { VENDORS, type Vendor } from '../../shared/model/vendor.ts';
import type { VendorOperation } from '../../shared/model/vendor-operation.ts';
import { saveStream } from '../files/save-stream.ts';
import type { Clock } from '../platform/clock.ts';
import type { CallParams } from '../vendors/core/operation.ts';
import { describeOperations } from '../vendors/core/describe-operation.ts';
import type { ConnectionService, Definitions } from './connections.ts';

/** Any documented operation, by name. */
export interface VendorCallService {
  readonly operations: (vendor?: Vendor) => readonly VendorOperation[];
  /** Sends one operation now. Reads only: a change goes through the outbox. */
  readonly call: (input: ParsedInput<'vendors.call'>, signal: AbortSignal) => Promise<CallAnswer>;
}

interface VendorCallParts {
  readonly definitions: Definitions;
  readonly connections: ConnectionService;
  readonly clock: Clock;
}

/** `vendor.operation` in its two parts. Throws AppError `bad-input` when it is not of that form. */
function splitOperation(id: string): readonly [string, string] {
  const [vendor, operation, ...rest] = id.split('.');
  if (vendor === undefined || operation === undefined || rest.length > 0) {
    throw new AppError('bad-input', 'An operation is named vendor.operation.', { data: { field: 'operation' } });
  }
  return [vendor, operation];
}

/** The vendor calls of one workspace. */
export function createVendorCalls({ definitions, connections, clock }: VendorCallParts): VendorCallService {
  return {
    operations: (only) =>
      VENDORS.filter((vendor) => only === undefined || vendor === only).flatMap((vendor) => {
        const definition = definitions[vendor];
        return definition === undefined ? [] : describeOperations(vendor, definition.operations);
      }),
    call: async ({ operation: id, connectionId, params, out }, signal) => {
      const [vendor, operation] = splitOperation(id);
      const { definition, client } = await connections.open(connectionId);
      const row = Object.hasOwn(definition.operations, operation) ? definition.operations[operation] : undefined;
      if (definition.vendor !== vendor || row === undefined) {
        throw new AppError('not-found', `${definition.vendor} has no operation ${id.slice(0, 80)}.`);
      }
      const given = params as CallParams;
      if (row.answer.kind !== 'pdf' && row.answer.kind !== 'binary') {
        return client.call(operation, given, { signal });
      }
      if (out === undefined) {
        throw new AppError('bad-input', 'This operation answers a file: name where to write it with --out.', {
          data: { field: 'out' },
        });
      }
      const answer = await client.stream(operation, given, { signal });
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
    },
  };
}
