import type { Amount, Cart } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import type { Problem } from '../../lib/cocart/reading.ts';
import { counted } from '../../lib/counted.ts';
import { StoreText } from '../ui/StoreText.tsx';
import { RawPart } from './RawPart.tsx';
import { RemovedItems } from './RemovedItems.tsx';
import { Section, Untold } from './Section.tsx';

interface CartRestProps {
  readonly cart: Cart;
  readonly changes: CartChange | null;
  readonly problems: readonly Problem[];
  readonly write: (amount: Amount) => string;
}

/** More entries of a list than this are counted. */
const SHOWN = 100;

function Problems({ problems }: Pick<CartRestProps, 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <Section title={`What did not fit: ${counted(problems.length, 'place')}`}>
      <ul class="problems">
        {problems.slice(0, SHOWN).map(({ path, message }, at) => (
          <li key={`${at}`}>
            <code>
              <StoreText text={path} />
            </code>
            <StoreText text={message} />
          </li>
        ))}
        {problems.length > SHOWN && <li class="muted">and {problems.length - SHOWN} more</li>}
      </ul>
    </Section>
  );
}

function CrossSells({ cart: { crossSells }, write }: Pick<CartRestProps, 'cart' | 'write'>) {
  return (
    <Section title="Cross-sells">
      {crossSells === null && <Untold />}
      {crossSells?.length === 0 && <p class="muted">none</p>}
      <ul class="entries">
        {crossSells?.slice(0, SHOWN).map(({ id, name, price }, at) => (
          <li key={`${at}`}>
            <StoreText text={name ?? `Product ${id ?? ''}`} />
            <span class="muted"> {write(price)}</span>
            {id !== null && <code class="muted"> {id}</code>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What stands below the lines: problems first, then what was removed, offered, or added by plugins. */
export function CartRest({ cart, changes, problems, write }: CartRestProps) {
  return (
    <div class="cart-rest">
      <Problems problems={problems} />
      <RemovedItems removed={cart.removed} lines={cart.lines} changes={changes} write={write} />
      <CrossSells cart={cart} write={write} />
      {Object.keys(cart.extra).length > 0 && (
        <Section title="Fields of plugins">
          <RawPart title="Fields that CoCart is not known to send" value={cart.extra} />
        </Section>
      )}
    </div>
  );
}
