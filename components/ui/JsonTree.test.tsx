import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { JsonTree } from './JsonTree.tsx';

afterEach(cleanup);

const cart = {
  cart_key: 'abc',
  items: [
    { name: 'Album', totals: { subtotal: '1500' } },
    { name: 'Beanie', totals: { subtotal: '1800' } },
  ],
};

function show(value: unknown = cart) {
  render(<JsonTree value={value} label="Raw JSON" />);
  return screen.getByRole('tree', { name: 'Raw JSON' });
}

function press(tree: HTMLElement, ...keys: string[]): void {
  for (const key of keys) fireEvent.keyDown(tree, { key });
}

/** The path that the bar under the tree shows. */
function path(): string | undefined {
  return document.querySelector('.json-path')?.textContent;
}

function type(text: string): void {
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });
}

/** The row that assistive technology is told to be at. */
function activeRow(tree: HTMLElement): Element | null {
  return document.getElementById(tree.getAttribute('aria-activedescendant') ?? '');
}

describe('JsonTree by keyboard', () => {
  test('goes down and up, opens and closes, and says where it is', () => {
    const tree = show();
    press(tree, 'ArrowDown', 'ArrowDown');
    expect(path()).toBe('items');
    expect(activeRow(tree)?.getAttribute('aria-expanded')).toBe('false');
    press(tree, 'ArrowRight');
    expect(activeRow(tree)?.getAttribute('aria-expanded')).toBe('true');
    press(tree, 'ArrowRight', 'ArrowRight', 'End');
    expect(path()).toBe('items[1]');
    press(tree, 'ArrowLeft');
    expect(path()).toBe('items');
    press(tree, 'Enter', 'Home');
    expect(path()).toBe('the whole answer');
    expect(screen.getAllByRole('treeitem')).toHaveLength(3);
  });

  test('tells level, position and size of each row', () => {
    show();
    const items = screen.getAllByRole('treeitem');
    expect(items[2]?.getAttribute('aria-level')).toBe('2');
    expect(items[2]?.getAttribute('aria-posinset')).toBe('2');
    expect(items[2]?.getAttribute('aria-setsize')).toBe('2');
  });

  test('a click opens a row', () => {
    show();
    fireEvent.click(screen.getByText('items'));
    expect(path()).toBe('items');
    expect(screen.getAllByRole('treeitem')).toHaveLength(5);
  });
});

describe('JsonTree search', () => {
  test('counts hits, shows the first, and goes on with Enter and back with Shift', async () => {
    show();
    type('SUBTOTAL');
    await screen.findByText('1 of 2');
    await waitFor(() => expect(path()).toBe('items[0].totals.subtotal'));
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    await screen.findByText('2 of 2');
    await waitFor(() => expect(path()).toBe('items[1].totals.subtotal'));
    fireEvent.click(screen.getByRole('button', { name: 'Next hit' }));
    await screen.findByText('1 of 2');
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter', shiftKey: true });
    await screen.findByText('2 of 2');
  });

  test('jumps to a path', async () => {
    show();
    type('items[1].name');
    await screen.findByText('1 of 1');
    await waitFor(() => expect(path()).toBe('items[1].name'));
  });

  test('says when there are no hits', async () => {
    show();
    type('nowhere');
    expect(await screen.findByText('no hits')).toBeTruthy();
  });
});

describe('JsonTree with bad input', () => {
  test('opens 10,000 levels and goes to the end of them', async () => {
    const tree = show(JSON.parse(`${'{"__proto__":'.repeat(10_000)}1${'}'.repeat(10_000)}`));
    fireEvent.click(screen.getByRole('button', { name: 'Open all' }));
    press(tree, 'End');
    await waitFor(() => expect(activeRow(tree)?.getAttribute('aria-level')).toBe('10001'));
    expect(screen.getAllByRole('treeitem').length).toBeLessThan(120);
  });

  test('builds only what is in sight of 100,000 entries', () => {
    show(Array.from({ length: 100_000 }, (_, n) => n));
    expect(screen.getAllByRole('treeitem').length).toBeLessThan(120);
  });

  test('shows markup as text, and cuts text of megabytes', () => {
    show({ a: '<b>x</b>', b: 'y'.repeat(5_000_000) });
    expect(screen.getByText('<b>x</b>', { exact: false })).toBeTruthy();
    expect(document.body.textContent.length).toBeLessThan(10_000);
  });

  test('keeps open what was open when the answer changes', () => {
    const { rerender } = render(<JsonTree value={cart} label="Raw JSON" />);
    fireEvent.click(screen.getByText('items'));
    rerender(<JsonTree value={{ ...cart, more: true }} label="Raw JSON" />);
    expect(screen.getAllByRole('treeitem')).toHaveLength(6);
  });
});
