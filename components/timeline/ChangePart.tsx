import { useMemo } from 'preact/hooks';
import { type MoneyMode, moneyWriter } from '../../lib/cart/money.ts';
import { counted } from '../../lib/counted.ts';
import { changeRows } from '../../lib/timeline/change-rows.ts';
import type { Effect } from '../../lib/timeline/effect.ts';
import type { CallStory } from '../../lib/timeline/timeline.ts';
import { shortKey } from '../cart/words.ts';
import { Note } from '../ui/Note.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { effectText } from './row-words.ts';

interface ChangePartProps {
  readonly story: CallStory;
  readonly effect: Effect;
  readonly money: MoneyMode;
}

/** Rows of one change; a cart with more of them is compared on the tab of the cart. */
const MOST = 300;

const SIGNS = { added: '+', removed: '−', changed: '' } as const;

/** What a call did to the cart, value by value. */
export function ChangePart({ story, effect, money }: ChangePartProps) {
  const { before, after } = story;
  const rows = useMemo(() => {
    if (!before || !after) return [];
    return changeRows(before, after, moneyWriter(money, after.currency, after.minorUnit));
  }, [before, after, money]);
  if (rows.length === 0) {
    return (
      <Note title={effectText(effect)} tone={effect.is === 'error' ? 'bad' : 'plain'}>
        <p>{whyNoRows(story)}</p>
        <Notices story={story} />
      </Note>
    );
  }
  const shown = rows.slice(0, MOST);
  return (
    <div class="change">
      {effect.note && <p class="muted">{effect.note}</p>}
      {effect.lost && (
        <p class="change-lost">
          Its answer does not show <StoreText text={effect.lost} />, which was under way at the same
          time: what is answered last is what the store keeps.
        </p>
      )}
      <table class="change-table">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">before</th>
            <th scope="col">after</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ of, field, before: was, after: is, is: kind }, at) => (
            <tr key={`${at}`} class={`change-${kind}`}>
              <th scope="row">
                {SIGNS[kind] && <span aria-hidden="true">{SIGNS[kind]} </span>}
                {kind !== 'changed' && <span class="visually-hidden">{kind}: </span>}
                <StoreText text={of} most={120} /> · <StoreText text={field} most={80} />
              </th>
              <td>
                <StoreText text={was} />
              </td>
              <td>
                <StoreText text={is} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && <p class="muted">and {rows.length - shown.length} more</p>}
      <HashLine story={story} />
      <Notices story={story} />
    </div>
  );
}

function whyNoRows({ before, after, reading, refusal }: CallStory): string {
  if (refusal) return 'The browser asked the store first and did not send the call: see Request.';
  if (!reading) return 'Its bodies gave way to newer calls, or were not heard.';
  if (!after) return 'The answer tells no cart.';
  if (!before) return 'No cart of this key was known before: there is nothing to compare it with.';
  return 'As far as both answers tell, the cart is the one from before.';
}

function HashLine({ story: { before, after } }: { readonly story: CallStory }) {
  if (!before?.hash || !after?.hash || after.owner === 'customer') return null;
  const isSame = before.hash === after.hash;
  return (
    <p class="muted">
      cart_hash{' '}
      <bdi class="mono">
        {isSame
          ? `${shortKey(after.hash)}, the same`
          : `${shortKey(before.hash)} → ${shortKey(after.hash)}`}
      </bdi>
    </p>
  );
}

/** Notices are handed out once, so they are no change of the cart: they are what the store said. */
function Notices({ story: { after } }: { readonly story: CallStory }) {
  const notices = after?.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <section aria-label="Notices of the answer">
      <h3>{counted(notices.length, 'notice')}</h3>
      <ul>
        {notices.slice(0, MOST).map(({ type, text }, at) => (
          <li key={`${at}`}>
            <span class="muted">{type}:</span> <StoreText text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}
