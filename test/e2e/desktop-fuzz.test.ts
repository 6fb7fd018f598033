import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/shared/errors/codes.ts';
import type { Answer } from '../../src/shared/contract/protocol.ts';
import { noDesktop, openDesktop, type DesktopApp } from '../support/desktop-app.ts';
import { fuzzPayloads } from '../support/fuzz-payloads.ts';

const PAYLOADS = 10_000;
const BATCH = 500;

let app: DesktopApp;

beforeAll(async () => {
  if (noDesktop !== undefined) return;
  app = await openDesktop();
  // What a test evaluates in the page counts as the person's doing: boxes of the system would open and wait for them.
  await app.electron.evaluate(({ BrowserWindow, dialog, shell }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    shell.openExternal = () => Promise.resolve();
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      webContents.print = (_options, done) => done?.(true, '');
    }
  });
}, 60_000);
beforeEach(({ skip }) => skip(noDesktop !== undefined, noDesktop));
afterAll(async () => {
  if (noDesktop === undefined) await app.close();
});

/** Sends a batch from the page, as a page that was taken over could, and answers what came back. */
const send = (batch: readonly { operation: string; input: string }[], from: number): Promise<readonly Answer[]> =>
  app.page.evaluate(
    ([payloads, first]) =>
      Promise.all(
        payloads.map(({ operation, input }, index) => {
          const call = window.plumbline.operations[operation as 'workspace.status'];
          return call(first + index, input);
        }),
      ),
    [batch, from] as const,
  );

describe('the border between the desktop’s page and the workspace', () => {
  it(`17 answers ${PAYLOADS} hostile payloads over all operations, each with a value or an error it knows`, async () => {
    const payloads = [...fuzzPayloads(PAYLOADS, 20_261_122)];
    const strange: unknown[] = [];
    for (let from = 0; from < payloads.length; from += BATCH) {
      const batch = payloads.slice(from, from + BATCH);
      const answers = await send(batch, 1_000_000 + from);
      for (const [index, answer] of answers.entries()) {
        const known = answer.ok || (ERROR_CODES.includes(answer.error.code) && answer.error.code !== 'internal');
        if (!known) strange.push({ ...batch[index], answer });
      }
    }
    expect(strange).toEqual([]);
    expect(await app.page.evaluate(() => 'polluted' in {})).toBe(false);
  }, 180_000);

  it('17 is as it was afterwards: the workspace answers, and the page is where it was', async () => {
    const [status] = await send([{ operation: 'workspace.status', input: '{}' }], 5_000_000);
    expect(status).toMatchObject({ ok: true });
    expect(await app.electron.evaluate(() => 'polluted' in {})).toBe(false);
  });

  it('17 refuses what is no call at all: odd numbers, odd names, no text, too much text', async () => {
    const answers = await app.page.evaluate(async () => {
      const status = window.plumbline.operations['workspace.status'] as unknown as (
        ...given: unknown[]
      ) => Promise<unknown>;
      return Promise.all([
        status('1', '{}'),
        status(1.5, '{}'),
        status(Number.NaN, '{}'),
        status(),
        status(2),
        status(3, {}),
        status(4, `"${'x'.repeat(2 ** 20)}"`),
      ]);
    });
    expect(answers).toMatchObject([
      ...Array.from({ length: 6 }, () => ({ ok: false, error: { code: 'bad-input' } })),
      { ok: false, error: { code: 'message-too-large' } },
    ]);
  });
});
