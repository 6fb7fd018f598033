import { describe, expect, it } from 'vitest';
import { prepareRequest } from '../../src/main/vendors/core/prepare-request.ts';
import { operations } from '../../src/main/vendors/conqa/operations/index.ts';
import { readReportContext, reportContext, startReportCall } from '../../src/main/vendors/conqa/report-context.ts';

const ID = '0192f0c4-7d1e-7a42';

describe('reportContext and readReportContext', () => {
  it('finds the id again after the context went round as JSON', () => {
    expect(readReportContext(JSON.parse(JSON.stringify(reportContext(ID))))).toBe(ID);
  });

  it('leaves the rest of a context to its person', () => {
    const context = reportContext(ID, { ticket: 'T-1', plumbline: 'mine' });
    expect(context).toMatchObject({ ticket: 'T-1' });
    expect(readReportContext(context)).toBe(ID);
  });

  it.each(['', 'short', 'a b c d e f', '<script>alert(1)</script>', 'x'.repeat(65)])('takes %j for no id', (id) => {
    expect(() => reportContext(id)).toThrow(expect.objectContaining({ code: 'bad-input', data: { field: 'id' } }));
    expect(readReportContext({ plumbline: { report: id } })).toBeNull();
  });

  it.each([null, undefined, 'text', [], {}, { plumbline: null }, { plumbline: { report: 7 } }])(
    'finds no id in %j',
    (context) => expect(readReportContext(context)).toBeNull(),
  );
});

describe('startReportCall', () => {
  it('makes a request that carries the id and keeps the checklist’s as it is', () => {
    const { operation, params } = startReportCall('p-1', 'cl:2', ID);
    expect(operation).toBe('startReport');
    const row = operations.startReport;
    const { method, url, body } = prepareRequest({ row, baseUrl: 'https://conqa.example/api-v1', params });
    expect(`${method} ${url.pathname}`).toBe('POST /api-v1/project/p-1/report');
    expect(body).toBe(JSON.stringify({ checklistId: 'cl:2', context: { plumbline: { report: ID } } }));
  });
});
