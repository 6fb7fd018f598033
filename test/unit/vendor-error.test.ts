import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWire, toWire } from '../../src/shared/errors/wire.ts';
import { VendorError, type VendorFailure } from '../../src/main/vendors/core/vendor-error.ts';
import { blankSecrets, cleanVendorText } from '../../src/main/vendors/core/vendor-text.ts';

const failure = (given: Partial<VendorFailure>): VendorFailure => ({
  code: 'refused-by-vendor',
  message: 'Refused.',
  vendor: 'monitorqa',
  operation: 'getAudit',
  status: 409,
  sent: 'yes',
  ...given,
});

describe('VendorError', () => {
  it('crosses the border with vendor, status, code and text, and nothing else', () => {
    const error = new VendorError(
      failure({ vendorCode: 'template/not-found', vendorText: 'Not found', cause: new Error('x') }),
    );
    const wire = fromWire(structuredClone(toWire(error)));
    expect(wire.code).toBe('refused-by-vendor');
    expect(wire.data).toEqual({
      vendor: 'monitorqa',
      operation: 'getAudit',
      status: 409,
      vendorCode: 'template/not-found',
      vendorText: 'Not found',
    });
  });

  it('cleans what the vendor said when it is made', () => {
    const text =
      'Bad\r\n\u001b[31mkey\u202e Authorization: Bearer abc.def-123 at https://u:p@x.example/a?api_token=s3cret#x';
    const error = new VendorError(failure({ vendorText: text, vendorCode: 'A\nB' }));
    expect(error.vendorText).toBe('Bad [31mkey Authorization: [hidden] at https://x.example/a');
    expect(error.vendorCode).toBe('A B');
  });
});

describe('cleanVendorText', () => {
  it.each([
    ['X-API-KEY: abcdef12345 is wrong', 'X-API-KEY: [hidden] is wrong'],
    ['{"apiKey":"abcdef12345"}', '{"apiKey":"[hidden]"}'],
    ['password=hunter2&user=x', 'password=[hidden]&user=x'],
    ['sent Basic dXNlcjpwYXNz to it', 'sent Basic [hidden] to it'],
    ['GET https://x.example/a?b=c failed', 'GET https://x.example/a failed'],
    ['plain words stay', 'plain words stay'],
    ['   ', null],
    [null, null],
  ])('makes %j into %j', (text, clean) => {
    expect(cleanVendorText(text, 300)).toBe(clean);
  });

  it('is one line of at most the given length without control characters, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const clean = cleanVendorText(text, 100) ?? '';
        expect(clean.length).toBeLessThanOrEqual(100);
        expect(clean).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('is quick on a long text made to be slow', () => {
    const text = 'authorization: '.repeat(100_000) + 'http://'.repeat(100_000);
    expect(cleanVendorText(text, 300)).toContain('[hidden]');
  });
});

describe('blankSecrets', () => {
  it('blanks a secret in each spelling it may be quoted in', () => {
    const secret = 'p@ss word/1';
    const said = `${secret} ${Buffer.from(secret).toString('base64')} ${encodeURIComponent(secret)}`;
    expect(blankSecrets(said, [secret, 'ab'])).toBe('[hidden] [hidden] [hidden]');
  });
});
