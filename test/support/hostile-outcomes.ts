import type { ErrorCode } from '../../src/shared/errors/codes.ts';
import type { Sent } from '../../src/main/vendors/core/vendor-error.ts';
import { headOf, type Play, type RightAnswer } from './hostile-server.ts';

/** An error that a fault must end in. Without `sent` it is one of this computer's, about a file. */
export interface Failure {
  readonly code: ErrorCode;
  readonly sent?: Sent;
  readonly status?: number;
  /** Requests that a call makes before it gives up; left out, 1. `some`: it goes by what has arrived when it broke. */
  readonly tries?: number | 'some';
}

/** What must come of a fault: the right answer after so many requests, nothing at all, or an error. */
export type Outcome =
  | { readonly taken: number }
  | { readonly empty: true }
  /** Nothing shows that what came is not the vendor's own. */
  | { readonly unseen: true }
  | Failure;

/** A fault, and what must come of it for a read, a change, and a file that is saved. */
export interface HostileFault {
  readonly name: string;
  readonly play: Play;
  /** Whether a call is made before, so that the fault meets a connection that was in use. */
  readonly warm?: boolean;
  /** The other end says nothing any more: what comes of it takes a second or two. */
  readonly silent?: boolean;
  readonly read?: Outcome;
  readonly write?: Outcome;
  /** A PDF. */
  readonly file?: Outcome;
  /** Any other file, where a picture cannot be told as a PDF can. */
  readonly picture?: Outcome;
}

/** The right answer came, at the first request. */
export const TAKEN: Outcome = { taken: 1 };
/** What came is not the vendor's own, and nothing shows it. */
export const UNSEEN: Outcome = { unseen: true };

/** An answer came, with nothing in it. */
export const EMPTY: Outcome = { empty: true };
/** A fault that nobody need hear of. */
export const takenByAll = { read: TAKEN, write: TAKEN, file: TAKEN } as const;

/** One error for all; a change is never made again. */
export const all = (outcome: Failure) => ({ read: outcome, write: { ...outcome, tries: 1 }, file: outcome }) as const;

/** Where nothing of an answer came. */
export const unanswered = (code: ErrorCode, tries: number) => all({ code, sent: 'unknown', status: 0, tries });

/** Where an answer had begun: a read is made again, a change may stand, and a file is not begun anew once it is open. */
export const broken = (code: ErrorCode, tries: number): Pick<HostileFault, 'read' | 'write' | 'file'> => ({
  read: { code, sent: 'yes', status: 200, tries },
  write: { code, sent: 'unknown', status: 200 },
  file: { code, sent: 'yes', tries: 'some' },
});

/** What came is not what the document promises. */
export const unexpected = { code: 'unexpected-answer', sent: 'yes', status: 200 } as const;
/** What was saved is no PDF. */
export const wrongFile: Outcome = { code: 'file-wrong-type' };
/** What was saved has no end. */
export const halfFile: Outcome = { code: 'file-incomplete' };

/** A page as a proxy or a login gives it. */
export const PAGE = '<!doctype html><html><head><title>Sign in</title></head><body><form></form></body></html>\n';

/** The header of the right type. */
export const typed = ({ contentType }: RightAnswer): string => `content-type: ${contentType}`;
/** The header of a body’s length, in bytes. */
export const lengthOf = (body: Buffer | string): string => `content-length: ${Buffer.byteLength(body)}`;
/** The first half of the right body. */
export const half = ({ body }: RightAnswer): Buffer => body.subarray(0, body.length >> 1);

/** An answer of these bytes with their length, under the type that the vendor's own would have. */
export const playBody =
  (bodyOf: (right: RightAnswer) => Buffer | string, ...headers: readonly string[]): Play =>
  (socket, right) => {
    const body = bodyOf(right);
    const type = headers.some((header) => header.startsWith('content-type')) ? [] : [typed(right)];
    socket.write(headOf(200, ...type, ...headers, lengthOf(body)));
    socket.write(body);
  };

/** How long the head of an answer is given to arrive before it breaks, in milliseconds. */
export const HEAD_MS = 20;

/** Head and body as they are given, then the end of the connection. */
export const playAndEnd =
  (textOf: (right: RightAnswer) => readonly (string | Buffer)[]): Play =>
  (socket, right) => {
    const [head, ...rest] = textOf(right);
    if (head !== undefined) socket.write(head);
    if (rest.length === 0) socket.end();
    else setTimeout(() => socket.end(Buffer.concat(rest.map((part) => Buffer.from(part)))), HEAD_MS);
  };
