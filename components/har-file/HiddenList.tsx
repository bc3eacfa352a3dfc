import { hiddenTexts } from '../../lib/har-file/hidden-text.ts';
import type { HiddenCounts } from '../../lib/har-file/hiding.ts';

/** How much was hidden, and what a person has to look at, because no program can tell. */
export function HiddenList({ hidden }: { readonly hidden: HiddenCounts }) {
  const texts = hiddenTexts(hidden);
  return (
    <section class="form-part" aria-label="What is hidden">
      <h3 class="form-title">Hidden</h3>
      {texts.length === 0 ? (
        <p>Nothing secret was found in these calls.</p>
      ) : (
        <ul class="hidden-list">
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p class="muted">
        The same secret is called the same everywhere (guest-A, name-1). Products, prices, item
        keys, country, state and postcode stay. Words that customers typed into fields of plugins go
        out as they are, unless they are known from elsewhere: look through the preview.
      </p>
    </section>
  );
}
