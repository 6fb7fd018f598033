import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/main/vendors/conqa/errors.ts';

const answer = (status: number, text = '', contentType = 'application/json', retryAfterMs: number | null = null) =>
  classify({ operation: 'listProjects', status, contentType, text, retryAfterMs });

const PAGE = '<!doctype html><title>Sign in</title>';

describe('classify', () => {
  it.each([
    [400, 'invalid-for-vendor'],
    [401, 'key-rejected'],
    [403, 'not-permitted'],
    [404, 'not-at-vendor'],
    [409, 'refused-by-vendor'],
    [422, 'invalid-for-vendor'],
    [429, 'too-many-requests'],
    [500, 'vendor-down'],
    [503, 'vendor-down'],
    [304, 'unexpected-answer'],
  ])('takes a bare %i as %s', (status, code) => {
    expect(answer(status)).toMatchObject({ code, status, sent: 'yes', vendor: 'conqa', vendorCode: null });
    expect(answer(status).vendorText).toBeNull();
  });

  it.each([
    ['{"message":"No such project"}', null, 'No such project'],
    ['{"error":"No such project","code":"E7"}', 'E7', 'No such project'],
    ['{"data":{"message":"No such project"}}', null, 'No such project'],
    ['\ufeff"No such project"', null, 'No such project'],
    ['No such project', null, 'No such project'],
    ['{"message":{"text":"No"}}', null, null],
    ['[]', null, null],
  ])('shows what %s says', (text, vendorCode, vendorText) => {
    expect(answer(404, text)).toMatchObject({ code: 'not-at-vendor', vendorCode, vendorText });
  });

  it.each([400, 403, 404])('does not believe a web page that says %i: a record would count as gone', (status) => {
    for (const error of [answer(status, PAGE, 'text/html'), answer(status, `\n${PAGE}`, '')]) {
      expect(error).toMatchObject({ code: 'unexpected-answer', status, vendorText: null });
      expect(error.message).toContain('web page');
    }
  });

  it.each([
    [401, 'key-rejected'],
    [429, 'too-many-requests'],
    [502, 'vendor-down'],
  ])('takes %i as it is, with a web page too', (status, code) => {
    expect(answer(status, PAGE, 'text/html')).toMatchObject({ code, vendorText: null });
  });

  it('hands on how long CONQA asks to wait', () => {
    expect(answer(429, '', '', 7000).retryAfterMs).toBe(7000);
  });

  it('makes an error of whatever a failed answer holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, text) => {
        expect(answer(status, text).status).toBe(status);
      }),
    );
  });
});
