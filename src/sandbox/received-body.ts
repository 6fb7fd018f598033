import { hasBody, mediaType, type SandboxContext } from './http.ts';
import type { ReceivedBody } from './request-log.ts';

const longestJson = 1024 * 1024;

/** Returns what the log keeps of a body. JSON is read here, and stays readable for the vendor; no other body is. */
export const receivedBody = async (c: SandboxContext): Promise<ReceivedBody | null> => {
  if (!hasBody(c)) return null;
  const announced = c.req.header('content-length');
  const type = c.req.header('content-type') ?? null;
  const length = announced === undefined ? null : Number(announced);
  if (mediaType(c) !== 'application/json' || (length ?? 0) > longestJson) return { type, length };
  const text = await c.req.text();
  const whole = { type, length: Buffer.byteLength(text) };
  try {
    const json: unknown = JSON.parse(text);
    return { ...whole, json };
  } catch {
    return whole;
  }
};
