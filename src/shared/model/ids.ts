declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One account at one vendor. */
export type ConnectionId = Branded<'ConnectionId'>;
/** A record of the cache: `<connection>:<kind>:<the vendor's own id>`. */
export type RecordId = Branded<'RecordId'>;
/** A file kept on this computer. Hosts serve it at the relative path `files/<id>`. */
export type FileId = Branded<'FileId'>;

/** The record id made of its three parts. The vendor's own id is opaque and may hold anything, a colon included. */
export const recordId = (connection: ConnectionId, kind: string, vendorId: string): RecordId =>
  `${connection}:${kind}:${vendorId}` as RecordId;

/** The parts of a record id, or undefined when it is not one. */
export function parseRecordId(id: string): { connectionId: ConnectionId; kind: string; vendorId: string } | undefined {
  const [connection, kind, ...rest] = id.split(':');
  if (!connection || !kind || rest.length === 0 || rest.join(':') === '') return undefined;
  return { connectionId: connection as ConnectionId, kind, vendorId: rest.join(':') };
}
