import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/main/vendors/monitorqa/errors.ts';

const answer = (status: number, body: unknown, contentType = 'application/json') =>
  classify({
    operation: 'getAudit',
    status,
    contentType,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    retryAfterMs: null,
  });

describe('classify', () => {
  it.each<[status: number, body: unknown, code: string, vendorCode: string | null, vendorText: string | null]>([
    [401, '', 'key-rejected', null, null],
    [401, { error: { message: 'permissions/none', code: 'X' } }, 'key-rejected', 'X', 'permissions/none'],
    [403, { error: { message: 'No', code: 'FORBIDDEN', details: {} } }, 'not-permitted', 'FORBIDDEN', 'No'],
    [404, '', 'not-at-vendor', null, null],
    [409, { message: 'company/not-accessible' }, 'not-permitted', 'company/not-accessible', 'company/not-accessible'],
    [
      409,
      { message: 'permissions/can-manage-templates' },
      'not-permitted',
      'permissions/can-manage-templates',
      'permissions/can-manage-templates',
    ],
    [409, { message: 'template/not-found' }, 'not-at-vendor', 'template/not-found', 'template/not-found'],
    [
      409,
      { message: 'score-system/has-templates:a,b' },
      'refused-by-vendor',
      'score-system/has-templates',
      'score-system/has-templates:a,b',
    ],
    [409, { message: 'Busy' }, 'refused-by-vendor', null, 'Busy'],
    [
      409,
      { message: 'score-system/no-default-score-system' },
      'refused-by-vendor',
      'score-system/no-default-score-system',
      'score-system/no-default-score-system',
    ],
    [
      422,
      { error: { message: 'Not valid', code: 'VALIDATION', details: { name: 'is too long', phone: null } } },
      'invalid-for-vendor',
      'VALIDATION',
      'Not valid (name: is too long; phone)',
    ],
    [400, { error: { details: { name: 'is too long' } } }, 'invalid-for-vendor', null, 'name: is too long'],
    [409, 'template/not-found', 'not-at-vendor', 'template/not-found', 'template/not-found'],
    [429, { message: 'permissions/none' }, 'too-many-requests', 'permissions/none', 'permissions/none'],
    // Somebody else answered: such a 404 must never make a record look deleted, nor such a 403 a role too weak.
    [404, '<html>Not found</html>', 'unexpected-answer', null, null],
    [403, '<!doctype html>Blocked', 'unexpected-answer', null, null],
    [401, '<html>Log in</html>', 'key-rejected', null, null],
    [429, '<html>Slow down</html>', 'too-many-requests', null, null],
    [
      400,
      { title: 'One or more validation errors occurred.', errors: { name: ['Required.'], ids: ['A', 'B'] } },
      'invalid-for-vendor',
      null,
      'name: Required.; ids: A B',
    ],
    [422, { title: 'Unprocessable' }, 'invalid-for-vendor', null, 'Unprocessable'],
    [400, '"template/not-found"', 'not-at-vendor', 'template/not-found', 'template/not-found'],
    [429, 'Slow down', 'too-many-requests', null, 'Slow down'],
    [500, { message: 'template/not-found' }, 'vendor-down', 'template/not-found', 'template/not-found'],
    [502, '<html>Bad gateway</html>', 'vendor-down', null, null],
    [405, '', 'refused-by-vendor', null, null],
    [304, '', 'unexpected-answer', null, null],
    [422, { error: 'text instead of an object', message: 5, errors: [] }, 'invalid-for-vendor', null, '5'],
  ])('%i with %j is %s', (status, body, code, vendorCode, vendorText) => {
    expect(answer(status, body)).toMatchObject({
      code,
      status,
      vendorCode,
      vendorText,
      sent: 'yes',
      vendor: 'monitorqa',
    });
  });

  it('says of a web page what it is', () => {
    expect(answer(404, 'Not here', 'text/html').message).toMatch(/^A web page came .* \(404\)\.$/);
  });

  it.each([
    ['a', ['a']],
    [
      '123e4567-e89b-12d3-a456-426614174000, 987f6543-a21b-43c5-d654-321987654321',
      ['123e4567-e89b-12d3-a456-426614174000', '987f6543-a21b-43c5-d654-321987654321'],
    ],
    ['a;b|c d', ['a', 'b', 'c', 'd']],
    ['{a}:[b]', ['a', 'b']],
  ])('has the ids of %j in its data', (ids, expected) => {
    expect(answer(409, { message: `score-system/has-templates:${ids}` }).data['ids']).toEqual(expected);
  });

  it('takes a hundred ids and no more', () => {
    const ids = Array.from({ length: 400 }, (_, index) => `id-${index}`).join(',');
    expect(answer(409, { message: `score-system/has-templates:${ids}` }).data['ids']).toHaveLength(100);
  });

  it('has no ids where none are named, and keeps how long it is asked to wait', () => {
    expect(answer(409, { message: 'score-system/has-templates' }).data).not.toHaveProperty('ids');
    const waiting = classify({ operation: 'getAudit', status: 429, contentType: '', text: '', retryAfterMs: 7000 });
    expect(waiting.retryAfterMs).toBe(7000);
  });

  it('makes an error of whatever a failed answer holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, text) => {
        expect(answer(status, text).status).toBe(status);
      }),
    );
  });
});
