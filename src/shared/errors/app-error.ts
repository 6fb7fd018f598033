import type { ErrorCode } from './codes.ts';

/** Facts about an error that may cross the border: structured-clone safe, never a secret. */
export type ErrorData = Readonly<
  Record<string, string | number | boolean | null | readonly string[] | Readonly<Record<string, string>>>
>;

/**
 * The one error of Plumbline. `message` says what happened in one sentence for logs and scripts; what it means for the
 * person's data and what to do is looked up by `code`. `data` crosses the border, `cause` never does.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, message: string, options: { data?: ErrorData; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.data = options.data ?? {};
  }
}

/** True for an AppError of this realm. */
export const isAppError = (value: unknown): value is AppError => value instanceof AppError;

/** True for an AppError with this code. */
export const hasCode = (value: unknown, code: ErrorCode): value is AppError => isAppError(value) && value.code === code;
