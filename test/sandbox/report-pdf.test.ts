import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { toWinAnsi } from '../../src/sandbox/pdf/text.ts';
import { ask, list, sandboxOf } from './support.ts';

const sandbox = sandboxOf();
const { dataset } = sandbox;
const failed = (await list(sandbox, '/audit/complete?scoreMax=60&pageSize=1')).data[0];

const pdf = async (query: string, of = sandbox): Promise<Uint8Array> => {
  const response = await ask(of, `/audit/complete/${failed?.id}/report-pdf${query}`);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return new Uint8Array(await response.arrayBuffer());
};

/** The text of every page. */
const pagesOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  await task.destroy();
  return pages;
};

describe('GET /audit/complete/{id}/report-pdf', () => {
  it('is a PDF of several pages, each with the number of the audit and its own', async () => {
    const bytes = await pdf('');
    expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');
    const pages = await pagesOf(bytes);
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, index) => {
      expect(page).toContain(failed?.number);
      expect(page).toContain(`${index + 1} of ${pages.length}`);
      expect(page).toContain('Printed by MonitorQA');
    });
  });

  it('names object, score and every section', async () => {
    const text = (await pagesOf(await pdf('?reportType=0'))).join(' ');
    const slot = dataset.findSlot(failed?.id ?? '') ?? 0;
    const { template, site } = dataset.audits.at(slot);
    expect(text).toContain(toWinAnsi(site.name));
    expect(text).toContain(`${failed?.score} %`);
    const sections = template.lines.filter((line) => line.kind === 'section');
    for (const section of sections) expect(text).toContain(section.text);
  });

  it('is short as a summary and longest in full', async () => {
    const [summary, regular, full] = await Promise.all(
      [1, 0, 2].map(async (type) => (await pagesOf(await pdf(`?reportType=${type}`))).join(' ').length),
    );
    expect(summary).toBeLessThan(regular ?? 0);
    expect(regular).toBeLessThan(full ?? 0);
    expect((await pagesOf(await pdf('?reportType=1'))).length).toBeLessThanOrEqual(2);
  });

  it('holds photos only when they are asked for', async () => {
    const without = await pdf('?reportType=2');
    const withPhotos = await pdf('?reportType=2&includePhotos=true');
    expect(withPhotos.length).toBeGreaterThan(without.length + 50_000);
  });

  it('is the same file, byte for byte, whenever it is printed', async () => {
    expect(await pdf('?reportType=2&includePhotos=true', sandboxOf())).toEqual(
      await pdf('?reportType=2&includePhotos=true', sandboxOf()),
    );
  });
});

describe('toWinAnsi', () => {
  it.each([
    ['Māia Tāwhai', 'Maia Tawhai'],
    ['Te Ara Whānui', 'Te Ara Whanui'],
    ['Łukasz Wiśniewski', 'Lukasz Wisniewski'],
    ['Đorđe Petrović', 'Dorde Petrovic'],
    ['Siobhán Ní Bhriain', 'Siobhán Ní Bhriain'],
    ['35 °C, 50 % – “so”', '35 °C, 50 % – “so”'],
    ['合格', '??'],
  ])('writes %s as %s', (text, printed) => {
    expect(toWinAnsi(text)).toBe(printed);
  });
});
