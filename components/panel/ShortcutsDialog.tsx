import { useEffect, useRef } from 'preact/hooks';

interface ShortcutsDialogProps {
  readonly onClose: () => void;
}

/** Every key that does something by itself, as the panel's own list. */
export const SHORTCUTS = [
  { key: 'r', does: 'Refresh: ask the store for this cart' },
  { key: 'l', does: 'Load a cart in the browser: shown and checked first' },
  { key: 'p', does: 'Pause and resume' },
  { key: 'm', does: 'Formatted amounts ⇄ minor units' },
  { key: '1', does: 'The Cart screen' },
  { key: '2', does: 'The Session screen: whose cart is this?' },
  { key: '3', does: 'The Snapshots screen: carts to keep and to bring back' },
  { key: '/', does: 'Search the raw JSON' },
  { key: '?', does: 'This list' },
] as const;

/** Lists the keyboard shortcuts for as long as it is drawn. They do nothing while a person types. */
export function ShortcutsDialog({ onClose }: ShortcutsDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="shortcuts"
      aria-labelledby="shortcuts-title"
      // Chromium's DevTools take Escape from a panel's document for themselves and prevent the closing.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      onClose={onClose}
    >
      <h2 id="shortcuts-title">Keyboard shortcuts</h2>
      <dl>
        {SHORTCUTS.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">Arrow keys move between tabs, lines of JSON and choices; Tab moves on.</p>
      <form method="dialog">
        <button type="submit" class="button">
          Close
        </button>
      </form>
    </dialog>
  );
}
