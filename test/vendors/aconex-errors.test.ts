import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/main/vendors/aconex/errors.ts';

interface Given {
  readonly operation?: string;
  readonly contentType?: string;
  readonly retryAfterMs?: number | null;
}

const answer = (status: number, text = '', given: Given = {}) =>
  classify({ operation: 'listProjects', status, contentType: 'application/xml', text, retryAfterMs: null, ...given });

/** A refusal as Aconex's services write it. */
const xml = (code: string, inside = '<ErrorDescription>No</ErrorDescription>') =>
  `<?xml version="1.0" encoding="UTF-8"?><Error><ErrorCode>${code}</ErrorCode>${inside}</Error>`;

const PAGE = '<!DOCTYPE html><title>Sign in</title>';

describe('classify', () => {
  it.each([
    [401, 'LOGIN_FAILED', 'key-rejected', /password/],
    [401, 'UNAUTHORIZED', 'key-rejected', /API/],
    [401, 'USER_ACCOUNT_LOCKED', 'key-rejected', /locked/],
    [401, 'USER_PASSWORD_EXPIRED', 'key-rejected', /expired/],
    [401, 'SSO_REQUIRED_FOR_ACCESS', 'key-rejected', /single sign-on.*browser/],
    [401, 'TWO_STEP_VERIFICATION_REQUIRED_FOR_ACCESS', 'key-rejected', /two-step verification.*browser/],
    [401, 'NO_SUITABLE_AUTHENTICATION_METHOD', 'key-rejected', /way of signing in/],
    [401, 'ACCESS_FAILED_FOR_PROJECT', 'not-permitted', /project/],
    [403, 'ACCESS_FAILED_FOR_ORG', 'not-permitted', /organization/],
    [403, 'API_NOT_ENABLED_FOR_PROJECT', 'not-permitted', /API/],
    [403, 'USER_NOT_ON_PROJECT', 'not-permitted', /not on this project/],
    [400, 'VALIDATION_FAILED', 'invalid-for-vendor', /what was sent/],
    [400, 'BAD REQUEST', 'invalid-for-vendor', /what was sent/],
    [404, 'NOT_FOUND', 'not-at-vendor', /does not have/],
    [503, 'MAX_FREQUENCY_THROTTLE_LIMIT_REACHED', 'too-many-requests', /five requests a second/],
    [503, 'CONCURRENCY_THROTTLE_LIMIT_REACHED', 'too-many-requests', /at once/],
    [200, 'ACCESS_FAILED_FOR_PROJECT', 'not-permitted', /project/],
  ])('takes %i %s as %s', (status, vendorCode, code, message) => {
    const error = answer(status, xml(vendorCode));
    expect(error).toMatchObject({ code, status, sent: 'yes', vendor: 'aconex', vendorText: 'No' });
    expect(error.vendorCode).toBe(vendorCode.replace(' ', '_'));
    expect(error.message).toMatch(message);
  });

  it.each([
    [400, 'invalid-for-vendor'],
    [401, 'key-rejected'],
    [403, 'not-permitted'],
    [404, 'not-at-vendor'],
    [409, 'refused-by-vendor'],
    [429, 'too-many-requests'],
    [500, 'vendor-down'],
    [503, 'vendor-down'],
    [302, 'unexpected-answer'],
  ])('takes a bare %i, or one with a code to come, as %s', (status, code) => {
    for (const text of ['', xml('SOMETHING_NEW'), xml('toString'), '<Error/>', '<Other/>', '<Error>']) {
      expect(answer(status, text)).toMatchObject({ code, status });
    }
  });

  it('rests as long as a throttling answer says, else by itself; a fault of another kind names no wait', () => {
    const throttled = xml('MAX_FREQUENCY_THROTTLE_LIMIT_REACHED');
    expect(answer(503, throttled).retryAfterMs).toBeGreaterThanOrEqual(200);
    expect(answer(503, throttled, { retryAfterMs: 9000 }).retryAfterMs).toBe(9000);
    expect(answer(503, xml('SERVICE_UNAVAILABLE')).retryAfterMs).toBeNull();
  });

  it('does not ask for a new password because a project invites only by hand', () => {
    const operation = 'inviteUsersToProject';
    const error = answer(401, xml('PROJECT_IS_BY_EXPLICIT_INVITATION_ONLY'), { operation });
    expect(error).toMatchObject({ code: 'refused-by-vendor', message: expect.stringContaining('web application') });
    for (const text of ['', xml('SOMETHING_NEW'), PAGE]) {
      expect(answer(401, text, { operation }).code).not.toBe('key-rejected');
    }
    expect(answer(401, xml('LOGIN_FAILED'), { operation }).code).toBe('key-rejected');
  });

  it('shows the id that Oracle’s support asks for, and the fields that are wrong', () => {
    const inside = `<ErrorDescription>Validation failed</ErrorDescription><RequestID>r-42</RequestID><SystemTime/>
      <Fields><Field><FieldName>userid</FieldName><ErrorCode>INVALID</ErrorCode><ErrorMessage>not a user</ErrorMessage></Field>
      <Field><FieldName>other</FieldName><ErrorCode>MISSING</ErrorCode></Field></Fields>`;
    expect(answer(400, xml('VALIDATION_FAILED', inside)).vendorText).toBe(
      'Validation failed; userid: not a user; other: MISSING (request r-42)',
    );
    const long = `<ErrorDescription>${'no '.repeat(500)}</ErrorDescription><RequestID>r-42</RequestID>`;
    expect(answer(500, xml('X', long)).vendorText).toMatch(/\(request r-42\)$/);
  });

  it.each([
    ['{"status":"BAD REQUEST","message":"projectName already exists"}', 'BAD_REQUEST', 'projectName already exists'],
    ['{"status":"BAD REQUEST","message":["one","two"]}', 'BAD_REQUEST', 'one; two'],
    ['{"errorCode":"BAD_REQUEST","errors":["currency is blank"]}', 'BAD_REQUEST', 'currency is blank'],
    ['{"status":400,"error":"Bad Request","message":"No"}', 'BAD_REQUEST', 'No'],
    ['"No"', null, 'No'],
    ['No', null, 'No'],
    ['[]', null, null],
    ['{"message":{"text":"No"}}', null, null],
  ])('reads what a copy may be refused with: %s', (text, vendorCode, vendorText) => {
    const error = answer(400, text, { operation: 'copyProject', contentType: 'application/json' });
    expect(error).toMatchObject({ code: 'invalid-for-vendor', vendorCode, vendorText });
  });

  it('goes by the first character, not by the type that is named', () => {
    expect(answer(400, xml('LOGIN_FAILED'), { contentType: 'application/json' }).code).toBe('key-rejected');
    expect(answer(400, '\ufeff {"status":"LOGIN_FAILED"}').code).toBe('key-rejected');
  });

  it.each([400, 403, 404])('does not believe a web page that says %i: a record would count as gone', (status) => {
    for (const error of [answer(status, PAGE), answer(status, 'no', { contentType: 'text/html' })]) {
      expect(error).toMatchObject({ code: 'unexpected-answer', vendorText: null });
      expect(error.message).toContain('web page');
    }
  });

  it('reads nothing from a refusal with a document type', () => {
    const text = `<!DOCTYPE Error [<!ENTITY x "LOGIN_FAILED">]>${xml('&x;')}`;
    expect(answer(403, text)).toMatchObject({ code: 'not-permitted', vendorCode: null, vendorText: null });
  });

  it('makes an error of whatever a failed answer holds', () => {
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.string().map((inside) => xml('X', inside)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), texts, (status, text) => {
        expect(answer(status, text).status).toBe(status);
      }),
      { seed: 6 },
    );
  });
});
