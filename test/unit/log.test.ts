import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors/app-error.ts';
import { createLog, type LogFacts } from '../../src/main/platform/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(
    createLog(
      (line) => lines.push(line),
      () => Date.parse('2026-11-22T09:00:00.000Z'),
    ),
  );
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

describe('createLog', () => {
  it('S-6 writes the facts it allows and leaves out every other', () => {
    const facts = { operation: 'getAudit', status: 401, apiKey: 'sk-1', headers: 'x-api-key: sk-1' } as LogFacts;
    expect(logged((log) => log.info('vendor-call', facts))).toBe(
      '2026-11-22T09:00:00.000Z info vendor-call operation="getAudit" status="401"',
    );
  });

  it('C-7 keeps a fact on one line, with control characters and direction marks escaped', () => {
    const line = logged((log) => log.warn('x', { path: '/a\n2026 error fake\u001b[31m\u202Eevil\u2028' }));
    expect(line).toBe('2026-11-22T09:00:00.000Z warn x path="/a\\n2026 error fake\\u001b[31m\\u202eevil\\u2028"');
  });

  it('S-6 says of an error its code, or its name and place, and never its text', () => {
    expect(logged((log) => log.error('x', new AppError('offline', 'secret text')))).toMatch(/error="offline"$/);
    const line = logged((log) => log.error('x', new Error('key sk-1')));
    expect(line).toMatch(/error="Error" at=".*log\.test\.ts/);
    expect(line).not.toContain('sk-1');
  });

  it('cuts a long fact short', () => {
    expect(logged((log) => log.info('x', { path: 'a'.repeat(10_000) })).length).toBeLessThan(300);
  });
});
