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
      'score-system/has-templates:a,b',
      'score-system/has-templates:a,b',
    ],
    [409, { message: 'Busy' }, 'refused-by-vendor', null, 'Busy'],
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

  it('makes an error of whatever a failed answer holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, text) => {
        expect(answer(status, text).status).toBe(status);
      }),
    );
  });
});
