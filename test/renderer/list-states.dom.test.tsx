import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIST_STATE_EXAMPLES } from '../../src/renderer/gallery/list-states-parts.tsx';
import { LIST_STATE_KINDS } from '../../src/renderer/ui/list-states/list-state-facts.ts';
import { ListState } from '../../src/renderer/ui/list-states/list-state.tsx';

afterEach(cleanup);

/** The states every list must have, as the product asks for them. */
const REQUIRED = [
  'first-run-empty',
  'empty-by-filter',
  'loading',
  'refreshing',
  'offline',
  'partial',
  'permission-denied',
  'unknown-value',
  'key-rejected',
  'key-missing',
  'too-large',
  'deleted',
  'conflict',
  'needs-checking',
  'disk-low',
  'recovered',
  'updated',
] as const;

describe('ListState', () => {
  it('knows every state the product asks for', () => {
    expect([...LIST_STATE_KINDS].toSorted()).toEqual([...REQUIRED].toSorted());
  });

  it.each(REQUIRED)('shows %s with its test id and in words', (kind) => {
    render(<ListState state={LIST_STATE_EXAMPLES[kind]} />);
    expect(screen.getByTestId(`state-${kind}`).textContent).toMatch(/\p{L}{3,}/u);
  });

  it('says since when a vendor is out of reach and how old the data is', () => {
    render(<ListState state={LIST_STATE_EXAMPLES.offline} />);
    const text = screen.getByTestId('state-offline').textContent;
    expect(text).toContain('MonitorQA');
    expect(text).toContain('since 06:41');
    expect(text).toContain('data of 06:12');
  });

  it('does not claim data where nothing was read before', () => {
    const state = {
      kind: 'offline',
      name: 'CONQA',
      since: undefined,
      asOf: undefined,
      onRetry: () => undefined,
    } as const;
    render(<ListState state={state} />);
    expect(screen.getByTestId('state-offline').textContent).toContain('Nothing was read before.');
  });

  it('gives the way out of an empty filter', () => {
    const onClear = vi.fn<() => void>();
    render(<ListState state={{ kind: 'empty-by-filter', what: 'audit', filters: 4, onClear }} />);
    expect(screen.getByTestId('state-empty-by-filter').textContent).toContain('No audit matches 4 filters.');
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(onClear).toHaveBeenCalledOnce();
  });

  it('offers no button to enter a key while a key cannot be entered', () => {
    render(<ListState state={{ kind: 'key-rejected', name: 'smartQ', asOf: '06:12' }} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows an unknown value of a vendor as it came, in quotes', () => {
    render(<ListState state={LIST_STATE_EXAMPLES['unknown-value']} />);
    expect(screen.getByTestId('state-unknown-value').textContent).toContain('“paused-by-client”');
  });
});
