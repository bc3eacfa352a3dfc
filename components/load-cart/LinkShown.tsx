import { ownerOf } from '../../lib/cocart/cart-key.ts';
import { loadLink, shownLink } from '../../lib/load-cart/load-link.ts';
import type { LoadRequest } from '../../lib/load-cart/load-request.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Pill } from '../ui/Pill.tsx';

/** The link as it will be opened: masked in sight, whole in the copy. */
export function LinkShown({ request }: { readonly request: LoadRequest }) {
  const signsIn = ownerOf(request.key) === 'customer';
  return (
    <div class="load-link">
      <span>
        {signsIn ? (
          <Pill tone="bad">Sign-in without a password</Pill>
        ) : (
          'The link that will be opened'
        )}
      </span>
      <span class="load-row">
        <bdi class="mono load-address">{shownLink(request)}</bdi>
        <CopyButton text={() => loadLink(request)} what={signsIn ? 'sign-in link' : 'link'} />
      </span>
      <p class="muted">
        {signsIn
          ? `Whoever opens it becomes customer ${request.key}.`
          : 'Whoever opens it has this cart. It stays in the history of the browser that opened it.'}
      </p>
    </div>
  );
}
