import { AppError, isAppError, type ErrorData } from './app-error.ts';
import { isErrorCode, type ErrorCode } from './codes.ts';

/** An error as it crosses a border (worker, socket, Electron IPC): Electron keeps only `message` of a thrown error. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly data: ErrorData;
}

/**
 * The wire form of anything that was thrown. An error that is not ours becomes `internal` with a message that holds
 * nothing of the original (it may quote a path or a value); log the original where it was caught.
 */
export function toWire(thrown: unknown): WireError {
  if (isAppError(thrown)) return { code: thrown.code, message: thrown.message, data: thrown.data };
  return { code: 'internal', message: 'Plumbline met an error of its own.', data: {} };
}

/** The error a wire form stands for; anything malformed becomes `internal`. */
export function fromWire(wire: unknown): AppError {
  if (typeof wire === 'object' && wire !== null && 'code' in wire && isErrorCode(wire.code)) {
    const message = 'message' in wire && typeof wire.message === 'string' ? wire.message : wire.code;
    const data = 'data' in wire && typeof wire.data === 'object' && wire.data !== null ? wire.data : {};
    return new AppError(wire.code, message, { data: data as ErrorData });
  }
  return new AppError('internal', 'An error came back in a form that cannot be read.');
}
