import type { ComponentChildren } from 'preact';
import type { Amount, Cart } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import { describeChange } from '../../lib/cart/describe-change.ts';
import type { MoneyMode } from '../../lib/cart/money.ts';
import { jsonText } from '../../lib/json/json-text.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import type { CartTab } from './CartView.tsx';
import { countWords } from './words.ts';

interface CartToolbarProps {
  /** Begins the ids of the tabs. */
  readonly name: string;
  readonly cart: Cart;
  readonly changes: CartChange | null;
  readonly raw: unknown;
  readonly write: (amount: Amount) => string;
  readonly tab: CartTab;
  readonly onTab: (tab: CartTab) => void;
  readonly money: MoneyMode;
  readonly onMoneyChange: (mode: MoneyMode) => void;
  /** What can be done to the cart. */
  readonly children?: ComponentChildren;
}

/** More phrases than these are counted. */
const PHRASES = 4;

/** Characters of one phrase; a store's names may be of any length. */
const PHRASE = 80;

const MODES = [
  { value: 'formatted', label: 'Formatted' },
  { value: 'minor', label: 'Minor units' },
] as const;

/** The row above the cart: lines or raw JSON, how money is written, copy, and what the last call did. */
export function CartToolbar(props: CartToolbarProps) {
  const { name, cart, changes, raw, write, tab, onTab, money, onMoneyChange } = props;
  const phrases = changes === null ? [] : describeChange(changes, write);
  return (
    <div class="cart-toolbar">
      <Tabs
        label="View of the cart"
        name={name}
        tabs={[
          { id: 'lines', label: 'Lines' },
          { id: 'raw', label: 'Raw JSON' },
        ]}
        selected={tab}
        onSelect={onTab}
      />
      <span class="cart-count muted">{countWords(cart)}</span>
      <div class="cart-changed" role="status">
        {phrases.length > 0 && (
          <>
            <span class="cart-changed-label">Last call: </span>
            {phrases.slice(0, PHRASES).map((phrase, at) => (
              <span key={phrase}>
                {at > 0 && ' · '}
                <bdi>{phrase.length > PHRASE ? `${phrase.slice(0, PHRASE)}…` : phrase}</bdi>
              </span>
            ))}
            {phrases.length > PHRASES && ` · and ${phrases.length - PHRASES} more`}
          </>
        )}
        {changes?.empty && <span class="muted">The last call changed nothing in this cart.</span>}
      </div>
      <Segmented label="Amounts" options={MODES} value={money} onChange={onMoneyChange} />
      {raw !== undefined && <CopyButton text={() => jsonText(raw).text} what="JSON" />}
      {props.children}
    </div>
  );
}
