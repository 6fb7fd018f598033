import { afterEach, describe, expect, it } from 'vitest';
import { KEPT_ELEMENTS, sanitiseHtml } from '../../src/renderer/features/work/html/sanitise-html.ts';
import { faultsOf, HOSTILE, provoke } from './hostile-html.ts';

const world = globalThis as { hostile?: unknown };

afterEach(() => {
  delete world.hostile;
  document.body.replaceChildren();
});

/** What is in the page when a handler of a picture that cannot be loaded had its turn after everything before it. */
async function afterPictures(): Promise<void> {
  const image = new Image();
  const failed = new Promise((resolve) => image.addEventListener('error', resolve));
  image.src = 'data:image/png,none';
  await failed;
}

describe('sanitiseHtml in a browser, without any policy of the page', () => {
  it('is tried where a handler that gets through does run', async () => {
    const box = document.createElement('div');
    box.innerHTML = '<img src="data:image/png,none" onerror="globalThis.hostile=1">';
    await afterPictures();
    expect(world.hostile).toBe(1);
  });

  it('leaves nothing of any hostile text, and a second reading of it neither', async () => {
    const frames = window.length;
    const box = document.createElement('div');
    document.body.append(box);
    const faults = HOSTILE.flatMap((html) => {
      box.replaceChildren(sanitiseHtml(html));
      const first = faultsOf(box, KEPT_ELEMENTS);
      provoke(box);
      // What mXSS lives on: markup that was clean is written down and read again.
      const written = box.innerHTML;
      box.innerHTML = written;
      provoke(box);
      return [...first, ...faultsOf(box, KEPT_ELEMENTS)];
    });
    await afterPictures();
    expect(faults).toEqual([]);
    expect(world.hostile).toBeUndefined();
    expect(window.length).toBe(frames);
  });

  it('reads what is nested thousands deep', () => {
    const deep = `${'<div><b>'.repeat(4000)}deep${'</b></div>'.repeat(4000)}`;
    expect(sanitiseHtml(deep).textContent).toBe('deep');
  });
});
