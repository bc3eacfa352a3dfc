import { maskKey } from '../../lib/cocart/cart-key.ts';
import { Note } from '../ui/Note.tsx';
import type { Copy } from './use-copy.ts';

interface CopyBuiltProps {
  readonly copy: Copy;
  readonly onLoad: () => void;
  readonly onClose: () => void;
}

/** Says that a snapshot is a cart of its own by now, and leads on to loading it. */
export function CopyBuilt({ copy, onLoad, onClose }: CopyBuiltProps) {
  return (
    <div role="status">
      <Note title={`“${copy.name}” is a guest’s cart of its own now.`}>
        <p>
          Its key is <bdi class="mono">{maskKey(copy.key)}</bdi>. Loading it in the browser is
          checked and shown first.
        </p>
        <button type="button" class="button button-primary" onClick={onLoad}>
          Load it in the browser…
        </button>{' '}
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
      </Note>
    </div>
  );
}
