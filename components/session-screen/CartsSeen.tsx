import { useState } from 'preact/hooks';
import { formatMoney } from '../../lib/cart/money.ts';
import { type CartName, cartNameText } from '../../lib/cart-names.ts';
import type { SeenCart } from '../../lib/log/seen-carts.ts';
import { countWords } from '../cart/words.ts';
import { placeWord } from '../session/place-words.ts';
import { Pill } from '../ui/Pill.tsx';
import { AsOf } from './AsOf.tsx';
import { CartLabel } from './CartLabel.tsx';
import { CartsBeside, type ToldCart } from './CartsBeside.tsx';
import { callerWords } from './caller-words.ts';
import { NamedKey } from './NamedKey.tsx';
import { Part } from './Part.tsx';
import { tabWords } from './tab-words.ts';
import type { Names } from './use-cart-names.ts';
import type { Jars } from './use-jars.ts';

interface CartsSeenProps {
  readonly carts: readonly SeenCart[];
  readonly names: Names;
  readonly jars: Jars;
  /** The key of the cart that the panel shows; null when it shows none. */
  readonly shownKey: string | null;
  /** True where the panel shows a cart whose key nothing told. */
  readonly keyless: boolean;
  /** True where a person chose it. */
  readonly chosen: boolean;
  readonly tabId: number | null;
  readonly now: number;
  /** Shows this cart in the panel; null goes back to the newest. */
  readonly onShow: (cart: SeenCart | null) => void;
  readonly onLabel: (key: string, label: string) => void;
  /** Leads to loading a cart in the browser; null where the store's own address is not known. */
  readonly onLoad: ((key: string) => void) | null;
}

/** All carts of the store that calls of this browser session were about. */
export function CartsSeen(props: CartsSeenProps) {
  const { carts, names, shownKey, keyless, chosen, now, onShow } = props;
  const [beside, setBeside] = useState<readonly string[]>([]);
  const toggle = (key: string) => {
    setBeside(
      beside.includes(key) ? beside.filter((own) => own !== key) : [...beside, key].slice(-2),
    );
  };
  const [one, other] = beside.flatMap((key) => carts.find((cart) => cart.key === key) ?? []);
  return (
    <Part
      title="Carts seen here"
      about="Every cart of this store that a call was about, in all tabs, since the browser was started. Two of them can be put side by side."
    >
      {carts.length === 0 && !keyless && <p>No call was about a cart whose key is known.</p>}
      {keyless && <p>The cart that the panel shows is not listed: no answer named its key.</p>}
      {carts.length > 0 && (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">Cart</th>
              <th scope="col">What is in it</th>
              <th scope="col">Last seen</th>
              <th scope="col">Show</th>
            </tr>
          </thead>
          <tbody>
            {carts.map((cart) => (
              <tr key={cart.key}>
                <td data-label="Cart">
                  <NamedKey cartKey={cart.key} names={names} />{' '}
                  {cart.key === shownKey && (
                    <Pill tone="accent">{chosen ? 'shown, as chosen' : 'shown'}</Pill>
                  )}
                </td>
                <td data-label="What is in it">{contentWords(cart)}</td>
                <td data-label="Last seen">
                  <bdi class="mono">{cart.last.label}</bdi>{' '}
                  {cart.source && <span>({placeWord({ source: cart.source, name: '' })}) </span>}
                  <span class="muted">
                    <AsOf at={cart.last.answeredAt} now={now} /> ·{' '}
                    {tabWords(cart.tabs, props.tabId, props.jars)} ·{' '}
                    {cart.callers.map(callerWords).join(' and ')}
                  </span>
                </td>
                <td data-label="Show">
                  <Actions
                    {...props}
                    cart={cart}
                    name={names.get(cart.key)}
                    isBeside={beside.includes(cart.key)}
                    onBeside={() => toggle(cart.key)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen && (
        <p>
          <button type="button" class="button" onClick={() => onShow(null)}>
            Back to the newest cart
          </button>
        </p>
      )}
      {one && !other && <p class="muted">Choose a second cart to put beside it.</p>}
      {isTold(one) && isTold(other) && <CartsBeside pair={[one, other]} names={names} now={now} />}
    </Part>
  );
}

interface ActionsProps extends CartsSeenProps {
  readonly cart: SeenCart;
  readonly name: CartName | undefined;
  readonly isBeside: boolean;
  readonly onBeside: () => void;
}

function Actions(props: ActionsProps) {
  const { cart, carts, name, shownKey, tabId, isBeside, onShow, onBeside, onLabel, onLoad } = props;
  const called = name ? cartNameText(cart.key, name) : 'this cart';
  const isHere = tabId !== null && cart.tabs.includes(tabId);
  return (
    <span class="row-actions">
      {cart.key !== shownKey && cart.cart && isHere && (
        <button
          type="button"
          class="button"
          aria-label={`Show ${called} in the panel`}
          onClick={() => onShow(cart)}
        >
          Show
        </button>
      )}
      {onLoad && (
        <button
          type="button"
          class="button"
          aria-label={`Load ${called} in the browser`}
          onClick={() => onLoad(cart.key)}
        >
          Load…
        </button>
      )}
      {cart.cart && carts.length > 1 && (
        <button
          type="button"
          class="button"
          aria-pressed={isBeside}
          aria-label={`Put ${called} side by side`}
          onClick={onBeside}
        >
          Side by side
        </button>
      )}
      {name && (
        <CartLabel name={called} label={name.label} onLabel={(label) => onLabel(cart.key, label)} />
      )}
    </span>
  );
}

function isTold(cart: SeenCart | undefined): cart is ToldCart {
  return cart?.cart !== undefined && cart.cart !== null;
}

function contentWords({ cart }: SeenCart): string {
  if (!cart) return 'not told by any answer';
  const count = countWords(cart);
  const total = cart.totals?.total;
  const money =
    total === null || total === undefined ? '' : formatMoney(total, cart.currency, cart.minorUnit);
  return [count, money].filter(Boolean).join(' · ') || 'only a part was told';
}
