import { Dialog } from '../ui/Dialog.tsx';

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
  { key: '2', does: 'The Timeline screen: what every call did to the cart' },
  { key: '3', does: 'The Session screen: whose cart is this?' },
  { key: '4', does: 'The Snapshots screen: carts to keep and to bring back' },
  { key: '/', does: 'Search the raw JSON; on the Timeline, the calls' },
  { key: '?', does: 'This list' },
] as const;

/** Lists the keyboard shortcuts for as long as it is drawn. They do nothing while a person types. */
export function ShortcutsDialog({ onClose }: ShortcutsDialogProps) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl class="shortcuts">
        {SHORTCUTS.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="shortcuts-more muted">
        Arrow keys move between tabs, calls, lines of JSON and choices; with Shift they choose
        several calls. Enter opens a call, Escape closes it; Tab moves on.
      </p>
    </Dialog>
  );
}
