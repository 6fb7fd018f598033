import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rowAfterKey } from '../../src/renderer/ui/grid/grid-keys.ts';
import { VirtualGrid } from '../../src/renderer/ui/grid/virtual-grid.tsx';
import { giveScreen } from './screen.ts';

interface Row {
  readonly name: string;
}

const columns = [
  { key: 'title', header: 'Title', width: '1fr', isSortable: true, render: (row: Row) => row.name },
  { key: 'size', header: 'Size', width: '50px', isNumber: true, render: () => '1' },
];

interface ListProps {
  readonly total?: number;
  readonly rowAt?: (index: number) => Row | undefined;
  readonly onOpen?: (index: number) => void;
  readonly onSort?: (column: string) => void;
  readonly onRange?: (first: number, last: number) => void;
}

const nothing = (): void => undefined;

function List({ total = 1000, rowAt = (index) => ({ name: `row ${index}` }), ...rest }: ListProps) {
  const [current, setCurrent] = useState(0);
  return (
    <VirtualGrid<Row>
      id="grid"
      label="Rows"
      columns={columns}
      total={total}
      rowAt={rowAt}
      onRange={rest.onRange ?? nothing}
      current={current}
      onCurrent={setCurrent}
      onOpen={rest.onOpen ?? nothing}
      rowHeight={30}
      sort={{ column: 'title', direction: 'descending' }}
      onSort={rest.onSort ?? nothing}
    />
  );
}

const selected = (): string | null =>
  document.querySelector('[role="row"][aria-selected="true"]')?.getAttribute('aria-rowindex') ?? null;

beforeEach(() => giveScreen(1440));
afterEach(cleanup);

describe('VirtualGrid', () => {
  it('says how long the list is while only a part of it is in the page', () => {
    render(<List />);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001');
    const rows = screen.getAllByRole('row');
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.length).toBeLessThan(60);
    expect(rows[1]?.getAttribute('aria-rowindex')).toBe('2');
  });

  it.each([
    [['ArrowDown', 'j', 'j'], '5'],
    [['j', 'j', 'k', 'ArrowUp', 'ArrowUp'], '2'],
    [['PageDown'], '20'],
  ])('moves the selection with the focus: %s', (keys, row) => {
    render(<List />);
    const grid = screen.getByRole('grid');
    for (const key of keys) fireEvent.keyDown(grid, { key });
    expect(selected()).toBe(row);
    const active = grid.getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.getAttribute('aria-rowindex')).toBe(row);
  });

  it('opens the row on Enter and on a double click', () => {
    const onOpen = vi.fn<(index: number) => void>();
    render(<List onOpen={onOpen} />);
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'j' });
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
    fireEvent.doubleClick(screen.getByText('row 4'));
    expect(onOpen.mock.calls).toEqual([[1], [4]]);
  });

  it('selects the row that is pressed and takes the focus', () => {
    render(<List />);
    fireEvent.mouseDown(screen.getByText('row 3'), { button: 0 });
    expect(selected()).toBe('5');
    expect(document.activeElement).toBe(screen.getByRole('grid'));
  });

  it('shows the order on the sorted column alone and asks for another', () => {
    const onSort = vi.fn<(column: string) => void>();
    render(<List onSort={onSort} />);
    const [title, size] = screen.getAllByRole('columnheader');
    expect(title?.getAttribute('aria-sort')).toBe('descending');
    expect(size?.hasAttribute('aria-sort')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Title' }));
    expect(onSort).toHaveBeenCalledExactlyOnceWith('title');
  });

  it('marks a row as on the way until its page is here', () => {
    render(<List rowAt={(index) => (index === 2 ? undefined : { name: `row ${index}` })} />);
    const busy = screen.getAllByRole('row').filter((row) => row.getAttribute('aria-busy') === 'true');
    expect(busy.map((row) => row.getAttribute('aria-rowindex'))).toEqual(['4']);
  });

  it('tells which rows are on screen', () => {
    const onRange = vi.fn<(first: number, last: number) => void>();
    render(<List onRange={onRange} />);
    expect(onRange.mock.lastCall?.[0]).toBe(0);
    expect(onRange.mock.lastCall?.[1]).toBeGreaterThan(15);
  });

  it('leaves keys with a modifier to the window', () => {
    render(<List />);
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'k', ctrlKey: true });
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'j', metaKey: true });
    expect(selected()).toBe('2');
  });
});

describe('rowAfterKey', () => {
  it.each([
    ['Home', 50, 0],
    ['End', 50, 99],
    ['PageUp', 50, 31],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['j', -1, 0],
  ])('%s from %i goes to %i', (key, current, target) => {
    expect(rowAfterKey(key, { current, total: 100, page: 20 })).toBe(target);
  });

  it('knows no place in an empty list, and no other key', () => {
    expect(rowAfterKey('j', { current: -1, total: 0, page: 20 })).toBeUndefined();
    expect(rowAfterKey('x', { current: 0, total: 10, page: 20 })).toBeUndefined();
  });
});
