import { expect, test } from 'vitest';
import { undoTitle } from './undo-record.ts';

test('undoing an undo does the act again', () => {
  expect(undoTitle({ title: 'Clear this cart' })).toBe('Undo: Clear this cart');
  expect(undoTitle({ title: 'Undo: Clear this cart' })).toBe('Redo: Clear this cart');
  expect(undoTitle({ title: 'Redo: Clear this cart' })).toBe('Undo: Clear this cart');
});
