import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bridge } from '../../src/renderer/api/bridge.ts';
import { createQueryClient } from '../../src/renderer/api/query-client.ts';
import { App } from '../../src/renderer/app/app.tsx';
import { firstQuestions } from '../../src/renderer/app/first-questions.ts';
import { askEarly } from '../../src/renderer/api/early-answers.ts';
import { createFakeBridge } from '../../src/renderer/gallery/fake-bridge.ts';
import { GALLERY_NOW } from '../../src/renderer/gallery/sample-audits.ts';
import { giveScreen } from './screen.ts';
import { endApp } from './start-app.tsx';

beforeEach(() => {
  giveScreen(1440);
  localStorage.clear();
});
afterEach(endApp);

/** The made-up workspace, of which one operation is answered when the test says so. */
function holdingBack(held: string) {
  const fake = createFakeBridge();
  const gate = Promise.withResolvers<void>();
  const order: string[] = [];
  const bridge: Bridge = {
    ...fake,
    call: async (operation, input, options) => {
      order.push(operation);
      if (operation === held) await gate.promise;
      return fake.call(operation, input, options);
    },
  };
  return { bridge, order, release: () => gate.resolve() };
}

const show = (bridge: Bridge, cache = createQueryClient()): void =>
  void render(<App bridge={bridge} cache={cache} clock={() => GALLERY_NOW} />);

describe('the first rows', () => {
  it('are shown before they are counted, and the count follows', async () => {
    const { bridge, release } = holdingBack('records.count');
    show(bridge);
    const grid = await screen.findByRole('grid', { name: 'Audits' });
    expect(grid.getAttribute('aria-rowcount')).toBe('-1');
    release();
    await waitFor(() => expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(100));
  });

  it('are asked for before anything counts the records of a kind, once for each kind', async () => {
    const { bridge, order } = holdingBack('records.list');
    show(bridge);
    const counting = (): readonly string[] => order.filter((operation) => operation === 'records.counts');
    await waitFor(() => expect(counting()).toHaveLength(2));
    expect(order.indexOf('records.list')).toBeGreaterThanOrEqual(0);
    expect(order.indexOf('records.list')).toBeLessThan(order.indexOf('records.counts'));
  });

  it('are not asked for again when the page asked for them before it was drawn', async () => {
    const { bridge, order } = holdingBack('nothing');
    const cache = createQueryClient();
    askEarly(bridge, firstQuestions()).giveTo(cache);
    show(bridge, cache);
    await screen.findByRole('grid', { name: 'Audits' });
    await waitFor(() => expect(order).toContain('audits.document'));
    const early = firstQuestions().map(({ operation }) => operation);
    expect(early.map((one) => order.filter((asked) => asked === one).length)).toEqual(early.map(() => 1));
  });
});
