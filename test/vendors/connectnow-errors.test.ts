import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/main/vendors/connectnow/errors.ts';
import type { FailedAnswer } from '../../src/main/vendors/core/vendor.ts';
import { fromWire, toWire } from '../../src/shared/errors/wire.ts';

const answer = (status: number, text = '', more: Partial<FailedAnswer> = {}) =>
  classify({ operation: 'listIssues', status, contentType: 'application/json', text, retryAfterMs: null, ...more });

const PAGE = '<!doctype html><title>Log in</title>';

describe('classify', () => {
  it.each([
    [400, 'invalid-for-vendor'],
    [401, 'key-rejected'],
    [403, 'not-permitted'],
    [404, 'not-at-vendor'],
    [405, 'refused-by-vendor'],
    [409, 'refused-by-vendor'],
    [419, 'unexpected-answer'],
    [422, 'invalid-for-vendor'],
    [429, 'too-many-requests'],
    [500, 'vendor-down'],
    [503, 'vendor-down'],
    [304, 'unexpected-answer'],
  ])('takes a bare %i as %s', (status, code) => {
    expect(answer(status)).toMatchObject({ code, status, sent: 'yes', vendor: 'connectnow', vendorText: null });
  });

  it.each([
    ['{"message":"No such issue"}', 'No such issue'],
    ['{"error":"No such issue"}', 'No such issue'],
    ['"No such issue"', 'No such issue'],
    ['No such issue', 'No such issue'],
    ['{"message":["No"]}', null],
    ['[]', null],
  ])('shows what %s says', (text, vendorText) => {
    expect(answer(404, text)).toMatchObject({ code: 'not-at-vendor', vendorText });
  });

  it('says of a 401 without a token that one is needed, and refuses no key', () => {
    const error = answer(401, '{"message":"Unauthenticated."}', { withoutSecret: true });
    expect(error).toMatchObject({ code: 'not-permitted', vendorText: 'Unauthenticated.' });
    expect(error.message).toContain('only with an API token');
    expect(answer(401, '', { withoutSecret: false }).code).toBe('key-rejected');
  });

  it.each([403, 404, 405, 422])('does not believe a web page that says %i', (status) => {
    for (const error of [answer(status, PAGE, { contentType: 'text/html' }), answer(status, PAGE)]) {
      expect(error).toMatchObject({ code: 'unexpected-answer', vendorText: null });
      expect(error.message).toContain('https://issuetracker-api.connectnow.org.uk');
    }
  });

  it('says of a page with 403 that the network may not be let in', () => {
    expect(answer(403, PAGE).message).toContain('may not let this network in');
  });

  it.each([401, 429, 502])('takes %i as it is, with a web page too', (status) => {
    expect(answer(status, PAGE).code).toBe(answer(status).code);
  });

  it('waits a few minutes after a 429 that does not say how long, else as long as it says', () => {
    expect([answer(429).retryAfterMs, answer(429, '', { retryAfterMs: 5000 }).retryAfterMs]).toEqual([180_000, 5000]);
    expect(answer(503).retryAfterMs).toBeNull();
  });

  it('makes an error of whatever a failed answer holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, text) => {
        expect(answer(status, text).status).toBe(status);
      }),
    );
  });

  it('makes an error of whatever stands for the errors of fields', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (errors) => {
        expect(answer(422, JSON.stringify({ errors })).code).toBe('invalid-for-vendor');
      }),
    );
  });
});

describe('a 422', () => {
  const body = {
    message: 'The given data was invalid.',
    errors: { name: ['The name field is required.'], 'category_ids.0': ['Not there.', 'No access.'], severity: 'Odd.' },
  };

  it('names what is wrong with each field by its place in the call, over the border too', () => {
    const error = answer(422, JSON.stringify(body), { operation: 'createIssue' });
    const fields = {
      'body.name': 'The name field is required.',
      'body.category_ids.0': 'Not there. No access.',
      'body.severity': 'Odd.',
    };
    expect(error.data['fields']).toEqual(fields);
    expect(fromWire(structuredClone(toWire(error)))).toMatchObject({ code: 'invalid-for-vendor', data: { fields } });
    expect(error.message).toContain('(422). body.name: The name field is required. body.category_ids.0: Not there.');
    expect(error.vendorText).toBe(
      'The given data was invalid. body.name: The name field is required. ' +
        'body.category_ids.0: Not there. No access. body.severity: Odd.',
    );
  });

  it('names parameters of a read as they are given, with the brackets of arrays', () => {
    const errors = { 'with.1': ['Unknown.'], after: ['No date.'], company_ids: ['No array.'] };
    expect(answer(422, JSON.stringify({ errors })).data['fields']).toEqual({
      'query.with[].1': 'Unknown.',
      'query.after': 'No date.',
      'query.company_ids[]': 'No array.',
    });
  });

  it('shows its message alone where it names no field', () => {
    const error = answer(422, '{"message":"Invalid.","errors":[]}');
    expect([error.vendorText, error.data['fields']]).toEqual(['Invalid.', {}]);
  });

  it('is cleaned like everything from outside, and cut where it goes on and on', () => {
    const evil = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`f${index}`, ['a\u0000\u202eb']]));
    const fields = answer(422, JSON.stringify({ errors: evil }), { operation: 'createIssue' }).data['fields'] ?? {};
    expect(Object.keys(fields)).toHaveLength(50);
    expect(new Set(Object.values(fields))).toEqual(new Set(['a b']));
  });

  it('has no fields in the error of any other status', () => {
    expect(answer(403, JSON.stringify(body)).data).not.toHaveProperty('fields');
  });
});
