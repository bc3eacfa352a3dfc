import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { TabPanel, Tabs } from './Tabs.tsx';

afterEach(cleanup);

const TABS = [
  { id: 'cart', label: 'Cart' },
  { id: 'session', label: 'Session' },
  { id: 'more', label: 'More' },
] as const;

function Screens() {
  const [selected, select] = useState<(typeof TABS)[number]['id']>('cart');
  return (
    <>
      <Tabs label="Screens" name="s" tabs={TABS} selected={selected} onSelect={select} />
      <TabPanel name="s" id={selected}>
        This is {selected}.
      </TabPanel>
    </>
  );
}

test('one tab stop; arrows, Home and End move, and go round', () => {
  render(<Screens />);
  const tablist = screen.getByRole('tablist', { name: 'Screens' });
  expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  fireEvent.keyDown(tablist, { key: 'ArrowLeft' });
  expect(screen.getByRole('tabpanel', { name: 'More' }).textContent).toBe('This is more.');
  expect(document.activeElement?.textContent).toBe('More');
  fireEvent.keyDown(tablist, { key: 'ArrowRight' });
  expect(screen.getByRole('tabpanel', { name: 'Cart' })).toBeTruthy();
  fireEvent.keyDown(tablist, { key: 'End' });
  fireEvent.keyDown(tablist, { key: 'Home' });
  expect(screen.getByRole('tab', { name: 'Cart' }).getAttribute('aria-selected')).toBe('true');
});

test('a click selects', () => {
  render(<Screens />);
  fireEvent.click(screen.getByRole('tab', { name: 'Session' }));
  expect(screen.getByRole('tabpanel').textContent).toBe('This is session.');
});
