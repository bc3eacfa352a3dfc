import { useId, useMemo, useState } from 'preact/hooks';
import type { Cart } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import { type MoneyMode, moneyWriter } from '../../lib/cart/money.ts';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import type { Problem } from '../../lib/cocart/reading.ts';
import { Note } from '../ui/Note.tsx';
import { TabPanel } from '../ui/Tabs.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';
import { type CartActing, EditingContext } from './acting.ts';
import { CartActions } from './CartActions.tsx';
import { CartAside } from './CartAside.tsx';
import { CartRest } from './CartRest.tsx';
import { CartToolbar } from './CartToolbar.tsx';
import './cart.css';
import { EditsBar } from './EditsBar.tsx';
import { LinesTable } from './LinesTable.tsx';
import { NoLines } from './NoLines.tsx';
import { useEdits } from './use-edits.ts';

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
  /** What may be done to this cart; left out where it is only looked at. */
  readonly acting?: CartActing | undefined;
}

/**
 * The Cart screen: everything one answer says about a cart. Fills its container, which needs a
 * height of its own.
 */
export function CartView(props: CartViewProps) {
  const { cart, changes, raw, problems, money, onMoneyChange, acting } = props;
  const [tab, setTab] = useState<CartTab>('lines');
  const name = useId();
  const write = useMemo(
    () => moneyWriter(money, cart.currency, cart.minorUnit),
    [money, cart.currency, cart.minorUnit],
  );
  const tree = useLoaded(tab === 'raw' ? laterJsonTree : null);
  const { onDiscard, ...edits } = useEdits(cart);
  const editing = acting?.target.ok ? { ...edits, acting, target: acting.target.value } : null;
  const asideId = `${name}-aside`;
  return (
    <EditingContext.Provider value={editing}>
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
        >
          {acting && <CartActions acting={acting} />}
        </CartToolbar>
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
        <EditsBar lines={cart.lines ?? []} onDiscard={onDiscard} />
      </div>
    </EditingContext.Provider>
  );
}
