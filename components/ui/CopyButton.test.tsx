import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CopyButton } from './CopyButton.tsx';

const writeText = vi.fn<(text: string) => Promise<void>>();
const execCommand = vi.fn<(command: string) => boolean>();
let selected: string | null = null;

beforeEach(() => {
  selected = null;
  writeText.mockReset().mockResolvedValue();
  execCommand.mockReset().mockImplementation(() => {
    selected = document.querySelector('textarea')?.value ?? null;
    return true;
  });
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('CopyButton', () => {
  test('copies and says so, in sight and to screen readers', async () => {
    render(<CopyButton text={() => 'the text'} what="item key" />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy item key' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(await screen.findByText('Copied item key')).toBeTruthy();
    expect(writeText).toHaveBeenCalledWith('the text');
  });

  test('takes the other way where the clipboard is refused, and leaves nothing behind', async () => {
    writeText.mockRejectedValue(new Error('NotAllowedError'));
    render(<CopyButton text="the text" what="JSON" />);
    const button = screen.getByRole('button', { name: 'Copy JSON' });
    button.focus();
    fireEvent.click(button);
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(selected).toBe('the text');
    expect(document.querySelector('textarea')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  test('says when neither way worked', async () => {
    writeText.mockRejectedValue(new Error('NotAllowedError'));
    execCommand.mockImplementation(() => {
      throw new Error('no');
    });
    render(<CopyButton text="the text" what="JSON" iconOnly />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy JSON' }));
    expect(await screen.findByText(/Could not copy JSON/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy JSON' }).title).toBe('Not copied');
  });
});
