import { useId, useMemo, useState } from 'preact/hooks';
import type { Cart } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import { type MoneyMode, moneyWriter } from '../../lib/cart/money.ts';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import type { Problem } from '../../lib/cocart/reading.ts';
import { Note } from '../ui/Note.tsx';
import { TabPanel } from '../ui/Tabs.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import { CartAside } from './CartAside.tsx';
import { CartRest } from './CartRest.tsx';
import { CartToolbar } from './CartToolbar.tsx';
import './cart.css';
import { LinesTable } from './LinesTable.tsx';
import { NoLines } from './NoLines.tsx';

const laterJsonTree = laterPart(() => import('../ui/JsonTree.tsx'));

/** What the main column shows. */
export type CartTab = 'lines' | 'raw';

/** Keys are credentials, and a customer's with its hash is a password. */
function maskField(field: string, text: string, owner: Cart['owner']): string {
  const isPassword = field === 'cart_hash' && owner === 'customer' && /^[0-9a-f]{32}$/.test(text);
  return isPassword || field === 'cart_key' ? maskKey(text) : text;
}

interface CartViewProps {
  readonly cart: Cart;
  /** What the last call changed; null when nothing is known before it. */
  readonly changes: CartChange | null;
  /** The answer's parsed JSON; undefined when it had none. */
  readonly raw: unknown;
  readonly problems: readonly Problem[];
  readonly money: MoneyMode;
  readonly onMoneyChange: (mode: MoneyMode) => void;
}

/**
 * The Cart screen: everything one answer says about a cart. Fills its container, which needs a
 * height of its own.
 */
export function CartView({ cart, changes, raw, problems, money, onMoneyChange }: CartViewProps) {
  const [tab, setTab] = useState<CartTab>('lines');
  const name = useId();
  const write = useMemo(
    () => moneyWriter(money, cart.currency, cart.minorUnit),
    [money, cart.currency, cart.minorUnit],
  );
  const tree = useLoaded(tab === 'raw' ? laterJsonTree : null);
  const asideId = `${name}-aside`;
  return (
    <div class="cart">
      <CartToolbar
        name={name}
        cart={cart}
        changes={changes}
        raw={raw}
        write={write}
        tab={tab}
        onTab={setTab}
        money={money}
        onMoneyChange={onMoneyChange}
      />
      <div class="cart-frame">
        <div class="cart-scroll" data-scroller>
          <TabPanel name={name} id={tab} class="cart-main">
            {tab === 'raw' ? (
              <div class="cart-raw">
                {raw === undefined ? (
                  <Note title="No JSON to show">
                    <p>This answer had no body that reads as JSON.</p>
                  </Note>
                ) : (
                  tree && (
                    <tree.JsonTree
                      value={raw}
                      label="Raw JSON of the answer"
                      mask={(field, text) => maskField(field, text, cart.owner)}
                    />
                  )
                )}
              </div>
            ) : (
              <>
                <button
                  type="button"
                  class="button cart-skip"
                  onClick={() => document.getElementById(asideId)?.focus()}
                >
                  Skip to totals
                </button>
                {cart.lines !== null && cart.lines.length > 0 ? (
                  <LinesTable lines={cart.lines} changes={changes} write={write} />
                ) : (
                  <NoLines cart={cart} />
                )}
                <CartRest cart={cart} changes={changes} problems={problems} write={write} />
              </>
            )}
          </TabPanel>
          <CartAside id={asideId} cart={cart} changes={changes} write={write} />
        </div>
      </div>
    </div>
  );
}
