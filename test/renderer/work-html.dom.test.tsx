import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { BridgeProvider } from '../../src/renderer/api/client.ts';
import { createQueryClient } from '../../src/renderer/api/query-client.ts';
import { quietHtml } from '../../src/renderer/features/work/html/quiet-html.ts';
import { KEPT_ELEMENTS, sanitiseHtml } from '../../src/renderer/features/work/html/sanitise-html.ts';
import { RichText } from '../../src/renderer/features/work/html/vendor-html.tsx';
import { createFakeBridge } from '../../src/renderer/gallery/fake-bridge.ts';
import { useToast } from '../../src/renderer/ui/feedback/toast-state.ts';
import { faultsOf, HOSTILE, provoke } from './hostile-html.ts';
import './patience.ts';

const hostile = (): unknown => (globalThis as { hostile?: unknown }).hostile;

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  delete (globalThis as { hostile?: unknown }).hostile;
  useToast.setState(useToast.getInitialState());
});

const shown = (html: string): HTMLElement => {
  const box = document.createElement('div');
  box.append(sanitiseHtml(html));
  document.body.append(box);
  return box;
};

const markup = (html: string): string => shown(html).innerHTML;

describe('sanitiseHtml', () => {
  it('is tried with more than sixty texts, each once', () => {
    expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
    expect(HOSTILE.length).toBeGreaterThan(60);
  });

  it.each(HOSTILE)('leaves nothing that runs, loads or dresses up of %j', (html) => {
    const box = shown(html);
    provoke(box);
    expect(faultsOf(box, KEPT_ELEMENTS)).toEqual([]);
    expect(hostile()).toBeUndefined();
  });

  it.each(HOSTILE)('gives the same again for what is left of %j', (html) => {
    const once = markup(html);
    expect(faultsOf(shown(once), KEPT_ELEMENTS)).toEqual([]);
  });

  it('keeps what a note is made of', () => {
    const note =
      '<p>One <b>two</b> <strong>3</strong> <i>4</i> <em>5</em> <u>6</u><br></p><ul><li>a</li></ul><ol><li>b</li></ol><blockquote>c</blockquote><pre><code>d</code></pre>';
    expect(markup(note)).toBe(note);
  });

  it('keeps the words of elements that it does not', () => {
    expect(markup('<div><span>Left</span> <font color=red>open</font></div>')).toBe('Left open');
  });

  it('makes paragraphs of headings, with what is in them', () => {
    expect(markup('<h1>One <b>two</b></h1><h6>six</h6>')).toBe('<p>One <b>two</b></p><p>six</p>');
  });

  it('leaves a link its address as words for our own handler, and none that a browser follows', () => {
    const link = shown('<a href="https://ok.example/a?b=1&amp;c=2" target=_blank>ok</a>').querySelector('a');
    expect(link?.hasAttribute('href')).toBe(false);
    expect(link?.getAttribute('data-address')).toBe('https://ok.example/a?b=1&c=2');
    expect(link?.getAttribute('role')).toBe('link');
  });

  it('leaves only the words of a link that leads nowhere it may', () => {
    expect(markup('<a href="javascript:globalThis.hostile=1">the <b>drawing</b></a>')).toBe('the <b>drawing</b>');
    expect(markup('<a href="/relative">here</a>')).toBe('here');
  });

  it('cuts a text of many megabytes', () => {
    expect(shown('a'.repeat(3_000_000)).textContent.length).toBeLessThanOrEqual(200_000);
  });
});

describe('quietHtml', () => {
  it('leaves out styles and every attribute but an address', () => {
    expect(quietHtml('<style>p{}</style><p style="a" class=b>x</p><a href="https://x.example" onclick="y">z</a>')).toBe(
      '<p>x</p><a href="https://x.example">z</a>',
    );
  });

  it('leaves words alone that are no tags', () => {
    expect(quietHtml('a < b and c > d, style="e"')).toBe('a < b and c > d, style="e"');
  });

  it.each(['<a "', '<style>', '<a href=', "<p '", '<a href="<'])('reads endless %j without getting stuck', (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    expect(quietHtml(text).length).toBeLessThanOrEqual(text.length);
  });
});

describe('RichText', () => {
  const bridge = createFakeBridge();
  const show = (node: ReactNode) =>
    render(
      <BridgeProvider value={bridge}>
        <QueryClientProvider client={createQueryClient()}>{node}</QueryClientProvider>
      </BridgeProvider>,
    );

  it('shows a text without HTML to the letter, with its line breaks', () => {
    const { container } = show(<RichText text={'p<q && r>s\nsecond line'} />);
    expect(container.textContent).toBe('p<q && r>s\nsecond line');
    expect(container.querySelector('.detail-long')).not.toBeNull();
  });

  it('shows HTML by its meaning, and another text in its place when it changes', () => {
    const { container, rerender } = show(<RichText text="<p>one &amp; two</p>" />);
    expect(container.querySelector('.vendor-html')?.innerHTML).toBe('<p>one &amp; two</p>');
    rerender(
      <BridgeProvider value={bridge}>
        <QueryClientProvider client={createQueryClient()}>
          <RichText text="<p>three</p>" />
        </QueryClientProvider>
      </BridgeProvider>,
    );
    expect(container.querySelector('.vendor-html')?.innerHTML).toBe('<p>three</p>');
  });

  it.each(['click', 'Enter'])(
    'asks our own handler to open a link on %s, and offers what it refuses to be copied',
    async (how) => {
      show(<RichText text='<p>see <a href="https://other.example/sheet">the sheet</a></p>' />);
      const link = screen.getByRole('link', { name: 'the sheet' });
      if (how === 'click') fireEvent.click(link);
      else fireEvent.keyDown(link, { key: 'Enter' });
      expect(bridge.inputs.at(-1)).toEqual({ url: 'https://other.example/sheet' });
      expect(bridge.calls.at(-1)).toBe('system.openLink');
      await waitFor(() => expect(useToast.getState().toast?.text).toContain('other.example'));
      expect(useToast.getState().toast?.action?.label).toBe('work.link-copy');
    },
  );
});
