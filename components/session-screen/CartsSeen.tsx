import { useState } from 'preact/hooks';
import { formatMoney } from '../../lib/cart/money.ts';
import type { Caller, SeenCart } from '../../lib/log/seen-carts.ts';
import { CartGlance } from '../cart/CartGlance.tsx';
import { countWords } from '../cart/words.ts';
import { placeWord } from '../session/place-words.ts';
import { Pill } from '../ui/Pill.tsx';
import { AsOf } from './AsOf.tsx';
import { Part } from './Part.tsx';
import { SecretText } from './SecretText.tsx';

interface CartsSeenProps {
  readonly carts: readonly SeenCart[];
  /** The key of the cart that the panel shows; null when it shows none. */
  readonly shownKey: string | null;
  /** True where a person chose it. */
  readonly chosen: boolean;
  readonly tabId: number | null;
  readonly now: number;
  /** Shows this cart in the panel; null goes back to the newest. */
  readonly onShow: (cart: SeenCart | null) => void;
  /** Leads to loading a cart in the browser; null where the store's own address is not known. */
  readonly onLoad: ((key: string) => void) | null;
}

/** All carts of the store that calls of this browser session were about. */
export function CartsSeen(props: CartsSeenProps) {
  const { carts, shownKey, chosen, tabId, now, onShow, onLoad } = props;
  const [beside, setBeside] = useState<readonly string[]>([]);
  const toggle = (key: string) => {
    setBeside(
      beside.includes(key) ? beside.filter((own) => own !== key) : [...beside, key].slice(-2),
    );
  };
  const pair = beside.flatMap((key) => carts.find((cart) => cart.key === key) ?? []);
  return (
    <Part
      title="Carts seen here"
      about="Every cart of this store that a call was about, in all tabs, since the browser was started."
    >
      {carts.length === 0 && <p>No call was about a cart whose key is known.</p>}
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
                  <strong>{cart.name}</strong> <SecretText value={cart.key} what="cart key" />
                  {cart.key === shownKey && (
                    <Pill tone="accent">{chosen ? 'shown, as chosen' : 'shown'}</Pill>
                  )}
                </td>
                <td data-label="What is in it">{contentWords(cart)}</td>
                <td data-label="Last seen">
                  <bdi class="mono">{cart.last.label}</bdi>{' '}
                  {cart.source && <span>({placeWord({ source: cart.source, name: '' })}) </span>}
                  <span class="muted">
                    <AsOf at={cart.last.answeredAt} now={now} /> · {tabWords(cart.tabs, tabId)} ·{' '}
                    {callerWords(cart.caller)}
                  </span>
                </td>
                <td data-label="Show">
                  <span class="row-actions">
                    {cart.key !== shownKey &&
                      cart.cart &&
                      tabId !== null &&
                      cart.tabs.includes(tabId) && (
                        <button
                          type="button"
                          class="button"
                          aria-label={`Show ${cart.name} in the panel`}
                          onClick={() => onShow(cart)}
                        >
                          Show
                        </button>
                      )}
                    {onLoad && (
                      <button
                        type="button"
                        class="button"
                        aria-label={`Load ${cart.name} in the browser`}
                        onClick={() => onLoad(cart.key)}
                      >
                        Load…
                      </button>
                    )}
                    {cart.cart && carts.length > 1 && (
                      <button
                        type="button"
                        class="button"
                        aria-pressed={beside.includes(cart.key)}
                        aria-label={`Put ${cart.name} side by side`}
                        onClick={() => toggle(cart.key)}
                      >
                        Side by side
                      </button>
                    )}
                  </span>
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
      {pair.length > 0 && (
        <div class="beside">
          {pair.map((cart) => (
            <div key={cart.key} class="beside-cart">
              <h3>
                {cart.name}{' '}
                <span class="muted">
                  as of <AsOf at={cart.last.answeredAt} now={now} />
                </span>
              </h3>
              {cart.cart && <CartGlance cart={cart.cart} />}
            </div>
          ))}
          {pair.length === 1 && <p class="muted">Choose a second cart to put beside it.</p>}
        </div>
      )}
    </Part>
  );
}

function contentWords({ cart }: SeenCart): string {
  if (!cart) return 'not told by any answer';
  const count = countWords(cart);
  const total = cart.totals?.total;
  const money =
    total === null || total === undefined ? '' : formatMoney(total, cart.currency, cart.minorUnit);
  return [count, money].filter(Boolean).join(' · ') || 'only a part was told';
}

function tabWords(tabs: readonly number[], tabId: number | null): string {
  const others = tabs.filter((id) => id !== tabId).length;
  const own = tabs.length > others;
  const words = others === 1 ? 'another tab' : `${others} other tabs`;
  if (others === 0) return 'this tab';
  return own ? `this tab and ${words}` : words;
}

function callerWords(caller: Caller): string {
  switch (caller.is) {
    case 'page':
      return 'by the page or a frame of its site';
    case 'elsewhere':
      return `by a frame or page of ${caller.origin}`;
    case 'extension':
      return 'asked for here';
    case 'unknown':
      return 'by some frame';
  }
}
