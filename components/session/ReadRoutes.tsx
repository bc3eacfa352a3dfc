import type { StoreAddress } from '../../lib/cocart/reading.ts';
import { askRoutes, PRICE_OF_ROUTES } from '../../lib/log/ask-routes.ts';
import type { Ask } from '../../lib/log/ask-store.ts';

interface ReadRoutesProps {
  readonly tabId: number | null;
  readonly store: StoreAddress;
  readonly busy: boolean;
  readonly onPerform: (ask: Ask) => void;
}

/** The press that reads which routes a store has, with what that costs. */
export function ReadRoutes({ tabId, store, busy, onPerform }: ReadRoutesProps) {
  if (tabId === null) return null;
  return (
    <p class="form-row">
      <button
        type="button"
        class="button"
        disabled={busy}
        onClick={() => onPerform(askRoutes(tabId, store))}
      >
        Read this store’s routes
      </button>
      <span class="muted">{PRICE_OF_ROUTES}</span>
    </p>
  );
}
