import { describe, expect, it } from 'vitest';
import { errorWords } from '../../src/renderer/api/error-words.ts';
import { AppError } from '../../src/shared/errors/app-error.ts';
import { ERROR_CODES } from '../../src/shared/errors/codes.ts';

describe('errorWords', () => {
  it.each(ERROR_CODES)('says what happened, what it means and what to do for %s', (code) => {
    const words = errorWords(new AppError(code, 'for the log', { data: { vendor: 'monitorqa' } }));
    for (const sentence of [words.what, words.data, words.todo]) expect(sentence).toMatch(/^\p{L}.*\.$/u);
    expect(Object.values(words).join(' ')).not.toMatch(/[{}]|for the log/);
    expect(words.code).toBe(code);
  });

  it('names the vendor by its own name', () => {
    expect(errorWords(new AppError('offline', '', { data: { vendor: 'aconex' } })).what).toContain('Oracle Aconex');
    expect(errorWords(new AppError('offline', ''), 'CONQA').what).toContain('CONQA');
  });

  it('adds the code the vendor wants to hear', () => {
    const error = new AppError('vendor-down', '', { data: { vendor: 'conqa', status: 500, supportCode: 'K7-22' } });
    expect(errorWords(error).code).toBe('vendor-down 500 K7-22');
  });

  it('takes anything else for a mistake of our own and quotes nothing of it', () => {
    const words = errorWords(new Error('/home/hana/secret'));
    expect(words.code).toBe('internal');
    expect(JSON.stringify(words)).not.toContain('secret');
  });
});
