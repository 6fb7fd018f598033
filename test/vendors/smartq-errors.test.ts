import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/main/vendors/smartq/errors.ts';
import { isRefusal, open } from '../../src/main/vendors/smartq/envelope.ts';

const PAGE = '<html><body>Log in</body></html>';

const answer = (status: number, text = '', contentType = 'application/json', operation = 'listProjects') =>
  classify({ operation, status, contentType, text, retryAfterMs: null });

const envelope = (code: unknown, message: unknown = null, type: unknown = null): string =>
  JSON.stringify({ error: { type, code, message }, data: null });

describe('smartq.classify', () => {
  it.each([
    [400, 'invalid-for-vendor'],
    [401, 'key-rejected'],
    [403, 'not-permitted'],
    [404, 'not-at-vendor'],
    [405, 'refused-by-vendor'],
    [409, 'refused-by-vendor'],
    [429, 'too-many-requests'],
    [500, 'vendor-down'],
  ])('takes the code %i of the envelope as %s, whatever the status beside it', (code, expected) => {
    for (const given of [code, String(code)]) {
      expect(answer(200, envelope(given, 'No'))).toMatchObject({
        code: expected,
        status: code,
        vendorCode: String(code),
        vendorText: 'No',
        sent: 'yes',
      });
      expect(answer(502, envelope(given, 'No'))).toMatchObject({ code: expected, status: 502 });
    }
  });

  it.each([
    [401, 'key-rejected'],
    [403, 'not-permitted'],
    [404, 'not-at-vendor'],
    [429, 'too-many-requests'],
    [503, 'vendor-down'],
    [304, 'unexpected-answer'],
  ])('takes a bare %i as %s', (status, code) => {
    expect(answer(status)).toMatchObject({ code, status, vendorCode: null, vendorText: null });
  });

  it('knows the document’s words for a failed sign-in where there is no code', () => {
    expect(answer(200, envelope(null, 'Authorization failed, invalid client id')).code).toBe('key-rejected');
  });

  it('takes an error without a code for a refusal whose outcome nobody knows', () => {
    expect(answer(200, envelope(null, 'Name is required', 'Exception'))).toMatchObject({
      code: 'refused-by-vendor',
      status: 200,
      vendorCode: 'Exception',
      vendorText: 'Name is required',
    });
    expect(answer(400, envelope(0, 'Name is required')).code).toBe('invalid-for-vendor');
  });

  it('says with a refused sign-in that a regenerated key ends every program', () => {
    expect(answer(401).message).toContain('Regenerating the key');
  });

  it('says what the address must be where not even the own user is found', () => {
    for (const text of ['', envelope(404), envelope(405)]) {
      expect(answer(404, text, '', 'getMe').message).toContain('without /api/v1');
    }
    expect(answer(404).message).not.toContain('address');
  });

  it.each([400, 403, 404])('does not believe a web page that says %i, and explains it', (status) => {
    const error = answer(status, PAGE, 'text/html');
    expect(error).toMatchObject({ code: 'unexpected-answer', status, vendorText: null });
    expect(error.message).toContain('web page');
  });

  it('believes an envelope that calls itself a web page', () => {
    expect(answer(404, envelope(404, 'No project'), 'text/html').code).toBe('not-at-vendor');
  });

  it('makes an error of whatever a failed answer holds', () => {
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((json) => `{"error":${json},"data":null}`),
    );
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), body, (status, text) => {
        expect(answer(status, text)).toMatchObject({ vendor: 'smartq', sent: 'yes' });
      }),
    );
  });
});

describe('smartq.envelope', () => {
  it.each([
    [{ error: null, data: [1] }, [1]],
    [{ data: { id: 1 }, error: false }, { id: 1 }],
    [{ error: [], data: 'x' }, 'x'],
    [{ error: '', data: null }, null],
  ])('opens %j', (parsed, data) => {
    expect(isRefusal(parsed)).toBe(false);
    expect(open(parsed)).toEqual(data);
  });

  it.each([{ error: { code: 1 }, data: null }, { error: 'No', data: {} }, { error: { message: 'No' } }])(
    'takes %j for a refusal',
    (parsed) => {
      expect(isRefusal(parsed)).toBe(true);
    },
  );

  it.each([[[{ error: 'x' }]], [{ id: 1, error: 'x' }], ['error'], [null], [{ data: 1 }]])(
    'leaves %j as it is: it is no envelope',
    (parsed) => {
      expect(isRefusal(parsed)).toBe(false);
      expect(open(parsed)).toBe(parsed);
    },
  );
});
