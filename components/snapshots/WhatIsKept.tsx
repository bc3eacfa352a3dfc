import { lineName } from '../../lib/cart/line-name.ts';
import { counted } from '../../lib/counted.ts';
import { jsonText } from '../../lib/json/json-text.ts';
import type { CartRecipe } from '../../lib/snapshot/cart-recipe.ts';
import { Pill } from '../ui/Pill.tsx';
import { StoreText } from '../ui/StoreText.tsx';

/** Characters of the item data of a line; it is kept whole. */
const SHOWN = 600;

/** What a snapshot keeps of a cart, before it is saved; item data is shown to the letter. */
export function WhatIsKept({ recipe }: { readonly recipe: CartRecipe }) {
  const { lines, address } = recipe;
  const place = address && [address.postcode, address.state, address.country];
  const withData = lines.filter(({ itemData }) => Object.keys(itemData).length > 0);
  return (
    <div class="kept">
      <p>
        Kept: {counted(lines.length, 'line')}, coupons, the chosen shipping rate, the total
        {place && (
          <>
            , and of the address <bdi>{place.filter(Boolean).join(' ')}</bdi>
          </>
        )}
        . Not kept: the cart key, name, street, city, phone, e-mail.
      </p>
      {withData.length > 0 && (
        <section class="kept-data" aria-label="Item data that is kept">
          <p>
            <Pill tone="warn">possibly personal</Pill> Plugins or the shop put this on the lines. It
            is kept as it is, for it makes them what they are.
          </p>
          <dl>
            {withData.map((line, at) => (
              <div key={`${line.itemKey} ${at}`}>
                <dt>
                  <StoreText text={lineName(line)} most={120} />
                </dt>
                <dd>
                  <pre>{jsonText(line.itemData, SHOWN).text}</pre>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}
